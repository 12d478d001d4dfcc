package org.bukkit.event;

/** Has methods with {@link EventHandler}. */
public interface Listener {}
