package org.bukkit.entity;

import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import java.util.List;
import java.util.UUID;
import org.bukkit.Location;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.command.CommandSender;

/** Anything that moves. */
public interface Entity extends CommandSender {
    Location getLocation();

    World getWorld();

    int getEntityId();

    UUID getUniqueId();

    boolean isDead();

    boolean isValid();

    @Override
    Server getServer();

    List<Entity> getPassengers();

    boolean isInsideVehicle();

    /** What it rides, or null. */
    Entity getVehicle();

    EntityScheduler getScheduler();
}
