package org.bukkit.command;

/** Somebody who gives commands by RCON. */
public interface RemoteConsoleCommandSender extends CommandSender {}
