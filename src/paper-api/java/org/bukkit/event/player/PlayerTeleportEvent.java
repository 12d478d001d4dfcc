package org.bukkit.event.player;

import org.bukkit.Location;
import org.bukkit.entity.Player;
import org.bukkit.event.HandlerList;

/** The player is put elsewhere. */
public class PlayerTeleportEvent extends PlayerMoveEvent {
    private static final HandlerList HANDLERS = new HandlerList();

    public PlayerTeleportEvent(Player player, Location from, Location to) {
        super(player, from, to);
    }

    @Override
    public HandlerList getHandlers() {
        return HANDLERS;
    }

    public static HandlerList getHandlerList() {
        return HANDLERS;
    }
}
