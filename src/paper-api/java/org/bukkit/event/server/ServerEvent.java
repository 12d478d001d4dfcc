package org.bukkit.event.server;

import org.bukkit.event.Event;

/** Something about the server. */
public abstract class ServerEvent extends Event {}
