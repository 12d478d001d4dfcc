package com.destroystokyo.paper.event.server;

import org.bukkit.event.Event;
import org.bukkit.event.HandlerList;

/** The server has done a tick's work. */
public class ServerTickEndEvent extends Event {
    private static final HandlerList HANDLERS = new HandlerList();
    private final int tickNumber;
    private final double tickDuration;
    private final long timeEnd;

    /**
     * @param tickDuration in milliseconds
     * @param timeRemaining in nanoseconds until the next tick is due
     */
    public ServerTickEndEvent(int tickNumber, double tickDuration, long timeRemaining) {
        this.tickNumber = tickNumber;
        this.tickDuration = tickDuration;
        this.timeEnd = System.nanoTime() + timeRemaining;
    }

    public int getTickNumber() {
        return tickNumber;
    }

    /** In milliseconds. */
    public double getTickDuration() {
        return tickDuration;
    }

    /** In nanoseconds. */
    public long getTimeRemaining() {
        return timeEnd - System.nanoTime();
    }

    @Override
    public HandlerList getHandlers() {
        return HANDLERS;
    }

    public static HandlerList getHandlerList() {
        return HANDLERS;
    }
}
