package org.bukkit.permissions;

/** What may be an operator. */
public interface ServerOperator {
    boolean isOp();

    void setOp(boolean value);
}
