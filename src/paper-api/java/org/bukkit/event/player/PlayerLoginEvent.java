package org.bukkit.event.player;

import java.net.InetAddress;
import org.bukkit.entity.Player;
import org.bukkit.event.HandlerList;

/** The player is let in. */
public class PlayerLoginEvent extends PlayerEvent {
    private static final HandlerList HANDLERS = new HandlerList();
    private final String hostname;
    private final InetAddress address;

    public PlayerLoginEvent(Player player, String hostname, InetAddress address) {
        super(player);
        this.hostname = hostname;
        this.address = address;
    }

    public String getHostname() {
        return hostname;
    }

    public InetAddress getAddress() {
        return address;
    }

    @Override
    public HandlerList getHandlers() {
        return HANDLERS;
    }

    public static HandlerList getHandlerList() {
        return HANDLERS;
    }
}
