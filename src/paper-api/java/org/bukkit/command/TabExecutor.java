package org.bukkit.command;

/** Both in one. */
public interface TabExecutor extends TabCompleter, CommandExecutor {}
