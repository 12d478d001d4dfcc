package org.bukkit.plugin;

/** When a plugin is loaded. */
public enum PluginLoadOrder {
    STARTUP,
    POSTWORLD
}
