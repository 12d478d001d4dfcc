package org.bukkit.craftbukkit.entity;

import dev.sluice.testbed.plugin.HostContext;
import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import java.util.List;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import org.bukkit.Location;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.entity.Entity;
import org.jspecify.annotations.Nullable;

/** An entity of which only the number is known: what a player rides or looks at. */
public final class CraftEntity implements Entity {
    private final HostContext context;
    private final int id;
    private final Entity beside;
    private final List<Entity> passengers;

    /** @param beside whose place stands for its own */
    public CraftEntity(HostContext context, int id, Entity beside, List<Entity> passengers) {
        this.context = context;
        this.id = id;
        this.beside = beside;
        this.passengers = passengers;
    }

    @Override
    public int getEntityId() {
        return id;
    }

    @Override
    public UUID getUniqueId() {
        return new UUID(0, id);
    }

    @Override
    public Location getLocation() {
        return beside.getLocation();
    }

    @Override
    public World getWorld() {
        return context.world();
    }

    @Override
    public boolean isDead() {
        return false;
    }

    @Override
    public boolean isValid() {
        return true;
    }

    @Override
    public Server getServer() {
        return context.server();
    }

    @Override
    public List<Entity> getPassengers() {
        return passengers;
    }

    @Override
    public boolean isInsideVehicle() {
        return false;
    }

    @Override
    public @Nullable Entity getVehicle() {
        return null;
    }

    @Override
    public EntityScheduler getScheduler() {
        return context.entityScheduler(() -> true);
    }

    @Override
    public String getName() {
        return "entity " + id;
    }

    @Override
    public Component name() {
        return Component.text(getName());
    }

    @Override
    public void sendMessage(String message) {
        // Entities that are no players hear nothing.
    }

    @Override
    public boolean isPermissionSet(String name) {
        return false;
    }

    @Override
    public boolean hasPermission(String name) {
        return false;
    }

    @Override
    public boolean isOp() {
        return false;
    }

    @Override
    public void setOp(boolean value) {
        // Nothing to grant.
    }
}
