package net.minecraft.network.protocol.game;

import java.util.UUID;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;

/** An entity appears; angles in 1/256 turns. */
public final class ClientboundAddEntityPacket implements Packet<ClientGamePacketListener> {
    private final int id;
    private final UUID uuid;
    private final EntityType<?> type;
    private final double x;
    private final double y;
    private final double z;
    private final Vec3 movement;
    private final byte xRot;
    private final byte yRot;
    private final byte yHeadRot;
    private final int data;

    public ClientboundAddEntityPacket(
            int id,
            UUID uuid,
            EntityType<?> type,
            double x,
            double y,
            double z,
            Vec3 movement,
            byte xRot,
            byte yRot,
            byte yHeadRot,
            int data) {
        this.id = id;
        this.uuid = uuid;
        this.type = type;
        this.x = x;
        this.y = y;
        this.z = z;
        this.movement = movement;
        this.xRot = xRot;
        this.yRot = yRot;
        this.yHeadRot = yHeadRot;
        this.data = data;
    }

    public int id() {
        return id;
    }

    public UUID uuid() {
        return uuid;
    }

    public EntityType<?> type() {
        return type;
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

    public Vec3 movement() {
        return movement;
    }

    public byte xRot() {
        return xRot;
    }

    public byte yRot() {
        return yRot;
    }

    public byte yHeadRot() {
        return yHeadRot;
    }

    public int data() {
        return data;
    }
}
