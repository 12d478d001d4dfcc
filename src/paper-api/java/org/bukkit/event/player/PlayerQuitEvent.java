package org.bukkit.event.player;

import net.kyori.adventure.text.Component;
import org.bukkit.entity.Player;
import org.bukkit.event.HandlerList;

/** The player leaves. */
public class PlayerQuitEvent extends PlayerEvent {
    private static final HandlerList HANDLERS = new HandlerList();
    private final QuitReason reason;
    private Component quitMessage;

    public PlayerQuitEvent(Player who, Component quitMessage, QuitReason quitReason) {
        super(who);
        this.quitMessage = quitMessage;
        this.reason = quitReason;
    }

    public Component quitMessage() {
        return quitMessage;
    }

    public void quitMessage(Component quitMessage) {
        this.quitMessage = quitMessage;
    }

    public QuitReason getReason() {
        return reason;
    }

    @Override
    public HandlerList getHandlers() {
        return HANDLERS;
    }

    public static HandlerList getHandlerList() {
        return HANDLERS;
    }

    public enum QuitReason {
        DISCONNECTED,
        KICKED,
        TIMED_OUT,
        ERRONEOUS_STATE
    }
}
