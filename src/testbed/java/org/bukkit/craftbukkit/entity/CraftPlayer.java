package org.bukkit.craftbukkit.entity;

import dev.sluice.testbed.plugin.HostContext;
import dev.sluice.testbed.plugin.HostedPlayer;
import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import net.kyori.adventure.audience.Audience;
import net.kyori.adventure.audience.ForwardingAudience;
import net.kyori.adventure.identity.Identity;
import net.kyori.adventure.text.Component;
import net.minecraft.server.level.ServerPlayer;
import org.bukkit.Location;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;

/** The player that plugins see; {@link #getHandle} is where ProtocolLib finds the connection. */
public final class CraftPlayer implements Player, ForwardingAudience.Single {
    private final HostContext context;
    private final HostedPlayer player;
    private final ServerPlayer handle;
    private volatile boolean online;
    private volatile boolean operator;
    private volatile int sendViewDistance = -1;

    public CraftPlayer(HostContext context, HostedPlayer player, ServerPlayer handle) {
        this.context = context;
        this.player = player;
        this.handle = handle;
        this.operator = player.operator();
    }

    public ServerPlayer getHandle() {
        return handle;
    }

    /** Host only: whether the player is in the world. */
    public void setOnline(boolean online) {
        this.online = online;
    }

    @Override
    public Audience audience() {
        return player.audience();
    }

    @Override
    public Identity identity() {
        return Identity.identity(player.uuid());
    }

    @Override
    public String getName() {
        return player.name();
    }

    @Override
    public Component name() {
        return Component.text(getName());
    }

    @Override
    public Component displayName() {
        return name();
    }

    @Override
    public UUID getUniqueId() {
        return player.uuid();
    }

    @Override
    public int getEntityId() {
        return player.entityId();
    }

    @Override
    public @Nullable InetSocketAddress getAddress() {
        return player.channel().remoteAddress() instanceof InetSocketAddress address ? address : null;
    }

    @Override
    public int getPing() {
        return player.pingMillis();
    }

    @Override
    public Location getLocation() {
        HostedPlayer.Position at = player.position();
        return new Location(context.world(), at.x(), at.y(), at.z(), at.yaw(), at.pitch());
    }

    @Override
    public World getWorld() {
        return context.world();
    }

    @Override
    public @Nullable Entity getVehicle() {
        OptionalInt vehicle = player.vehicleId();
        return vehicle.isPresent() ? new CraftEntity(context, vehicle.getAsInt(), this, List.of(this)) : null;
    }

    /** Nobody is a spectator here. */
    @Override
    public @Nullable Entity getSpectatorTarget() {
        return null;
    }

    @Override
    public @Nullable Entity getTargetEntity(int maxDistance) {
        OptionalInt target = player.targetId(maxDistance);
        return target.isPresent() ? new CraftEntity(context, target.getAsInt(), this, List.of()) : null;
    }

    @Override
    public boolean isInsideVehicle() {
        return player.vehicleId().isPresent();
    }

    @Override
    public List<Entity> getPassengers() {
        return List.of();
    }

    @Override
    public boolean isOnline() {
        return online;
    }

    @Override
    public boolean isValid() {
        return online;
    }

    @Override
    public boolean isDead() {
        return false;
    }

    @Override
    public @Nullable Player getPlayer() {
        return online ? this : null;
    }

    @Override
    public Server getServer() {
        return context.server();
    }

    @Override
    public EntityScheduler getScheduler() {
        return context.entityScheduler(this::isOnline);
    }

    @Override
    public int getClientViewDistance() {
        return player.viewDistance();
    }

    @Override
    public int getViewDistance() {
        return player.viewDistance();
    }

    @Override
    public void setViewDistance(int viewDistance) {
        throw new UnsupportedOperationException("the embedded server's view distance is fixed");
    }

    @Override
    public int getSendViewDistance() {
        return sendViewDistance < 0 ? player.viewDistance() : sendViewDistance;
    }

    @Override
    public void setSendViewDistance(int viewDistance) {
        if (viewDistance != -1 && (viewDistance < 2 || viewDistance > 32)) {
            throw new IllegalArgumentException("expected a view distance of 2 to 32 or -1, found " + viewDistance);
        }
        sendViewDistance = viewDistance;
        player.sendViewDistance(viewDistance);
    }

    @Override
    public void kick(Component message) {
        player.kick(message);
    }

    @Override
    public void sendMessage(String message) {
        player.audience().sendMessage(Component.text(message));
    }

    @Override
    public boolean isPermissionSet(String name) {
        return context.permissions().knows(name);
    }

    @Override
    public boolean hasPermission(String name) {
        return context.permissions().granted(name, operator);
    }

    @Override
    public boolean isOp() {
        return operator;
    }

    @Override
    public void setOp(boolean value) {
        operator = value;
    }

    @Override
    public String toString() {
        return "CraftPlayer{name=" + getName() + '}';
    }
}
