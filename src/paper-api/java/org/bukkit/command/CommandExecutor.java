package org.bukkit.command;

/** Runs a command. */
@FunctionalInterface
public interface CommandExecutor {
    /** Returns false to have the usage line shown. */
    boolean onCommand(CommandSender sender, Command command, String label, String[] args);
}
