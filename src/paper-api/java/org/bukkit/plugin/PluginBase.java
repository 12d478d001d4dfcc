package org.bukkit.plugin;

/** Plugins are equal by name. */
public abstract class PluginBase implements Plugin {
    @Override
    public final int hashCode() {
        return getName().hashCode();
    }

    @Override
    public final boolean equals(Object obj) {
        return this == obj || obj instanceof Plugin other && getName().equals(other.getName());
    }

    @Override
    public final String getName() {
        return getPluginMeta().getName();
    }
}
