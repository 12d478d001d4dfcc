package dev.sluice.testbed.plugin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bukkit.permissions.PermissionDefault;

/** Permissions as plugins declare them. Any thread. */
public final class Permissions {
    private final Map<String, Declared> declared = new ConcurrentHashMap<>();

    void declare(String name, PermissionDefault who, Map<String, Boolean> children) {
        declared.put(name, new Declared(who, Map.copyOf(children)));
    }

    void clear() {
        declared.clear();
    }

    public boolean knows(String name) {
        return declared.containsKey(name);
    }

    /** Whether somebody has a permission: by its default, or by one that includes it; unknown ones are operators'. */
    public boolean granted(String name, boolean operator) {
        Declared own = declared.get(name);
        if (own == null ? operator : own.who().getValue(operator)) {
            return true;
        }
        return declared.values().stream()
                .anyMatch(parent -> parent.children().getOrDefault(name, false)
                        && parent.who().getValue(operator));
    }

    private record Declared(PermissionDefault who, Map<String, Boolean> children) {}
}
