package org.bukkit.command;

import org.bukkit.plugin.Plugin;

/** A command that names its plugin. */
public interface PluginIdentifiableCommand {
    Plugin getPlugin();
}
