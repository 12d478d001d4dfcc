package org.bukkit.command;

import java.util.List;

/** Suggests the end of a command line. */
@FunctionalInterface
public interface TabCompleter {
    /** Returns null for the names of the players online. */
    List<String> onTabComplete(CommandSender sender, Command command, String label, String[] args);
}
