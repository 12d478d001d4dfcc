package org.bukkit.permissions;

/** What may hold permissions. */
public interface Permissible extends ServerOperator {
    boolean isPermissionSet(String name);

    boolean hasPermission(String name);
}
