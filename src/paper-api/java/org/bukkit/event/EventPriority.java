package org.bukkit.event;

/** Listeners run from lowest to monitor. */
public enum EventPriority {
    LOWEST,
    LOW,
    NORMAL,
    HIGH,
    HIGHEST,
    MONITOR
}
