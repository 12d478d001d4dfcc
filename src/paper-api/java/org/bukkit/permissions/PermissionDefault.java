package org.bukkit.permissions;

import java.util.Locale;

/** Who has a permission unless told otherwise. */
public enum PermissionDefault {
    TRUE,
    FALSE,
    OP,
    NOT_OP;

    public boolean getValue(boolean op) {
        return switch (this) {
            case TRUE -> true;
            case FALSE -> false;
            case OP -> op;
            case NOT_OP -> !op;
        };
    }

    /** The default so written in a plugin.yml, or null. */
    public static PermissionDefault getByName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> TRUE;
            case "false" -> FALSE;
            case "op", "isop", "operator", "isoperator", "admin", "isadmin" -> OP;
            case "notop", "not op", "!op", "notoperator", "!operator", "notadmin", "!admin" -> NOT_OP;
            default -> null;
        };
    }
}
