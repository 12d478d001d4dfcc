package net.minecraft.network.protocol.game;

import net.minecraft.commands.arguments.EntityAnchorArgument;
import net.minecraft.network.protocol.Packet;
import org.jspecify.annotations.Nullable;

/** The player turns to a place, or to where its client has an entity. */
public final class ClientboundPlayerLookAtPacket implements Packet<ClientGamePacketListener> {
    private final double x;
    private final double y;
    private final double z;
    private final int entity;
    private final EntityAnchorArgument.Anchor fromAnchor;
    private final EntityAnchorArgument.@Nullable Anchor toAnchor;
    private final boolean atEntity;

    /**
     * To an entity, or to a place if the client does not know it.
     *
     * @param toAnchor null for a place alone
     */
    public ClientboundPlayerLookAtPacket(
            EntityAnchorArgument.Anchor fromAnchor,
            double x,
            double y,
            double z,
            int entity,
            EntityAnchorArgument.@Nullable Anchor toAnchor) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.entity = entity;
        this.fromAnchor = fromAnchor;
        this.toAnchor = toAnchor;
        this.atEntity = toAnchor != null;
    }

    public double x() {
        return x;
    }

    public double y() {
        return y;
    }

    public double z() {
        return z;
    }

    public int entity() {
        return entity;
    }

    public EntityAnchorArgument.Anchor fromAnchor() {
        return fromAnchor;
    }

    /** Null for a place alone. */
    public EntityAnchorArgument.@Nullable Anchor toAnchor() {
        return toAnchor;
    }

    public boolean atEntity() {
        return atEntity;
    }
}
