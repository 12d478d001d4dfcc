package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** An entity moves by 1/4096 blocks, turns to 1/256 turns, or both. */
public abstract class ClientboundMoveEntityPacket implements Packet<ClientGamePacketListener> {
    protected final int entityId;
    protected final short xa;
    protected final short ya;
    protected final short za;
    protected final byte yRot;
    protected final byte xRot;
    protected final boolean onGround;
    protected final boolean hasRot;
    protected final boolean hasPos;

    protected ClientboundMoveEntityPacket(
            int entityId,
            short xa,
            short ya,
            short za,
            byte yRot,
            byte xRot,
            boolean onGround,
            boolean hasRot,
            boolean hasPos) {
        this.entityId = entityId;
        this.xa = xa;
        this.ya = ya;
        this.za = za;
        this.yRot = yRot;
        this.xRot = xRot;
        this.onGround = onGround;
        this.hasRot = hasRot;
        this.hasPos = hasPos;
    }

    public int entityId() {
        return entityId;
    }

    public short getXa() {
        return xa;
    }

    public short getYa() {
        return ya;
    }

    public short getZa() {
        return za;
    }

    public byte yRot() {
        return yRot;
    }

    public byte xRot() {
        return xRot;
    }

    public boolean hasRotation() {
        return hasRot;
    }

    public boolean hasPosition() {
        return hasPos;
    }

    public boolean isOnGround() {
        return onGround;
    }

    /** Moves. */
    public static class Pos extends ClientboundMoveEntityPacket {
        public Pos(int entityId, short xa, short ya, short za, boolean onGround) {
            super(entityId, xa, ya, za, (byte) 0, (byte) 0, onGround, false, true);
        }
    }

    /** Moves and turns. */
    public static class PosRot extends ClientboundMoveEntityPacket {
        public PosRot(int entityId, short xa, short ya, short za, byte yRot, byte xRot, boolean onGround) {
            super(entityId, xa, ya, za, yRot, xRot, onGround, true, true);
        }
    }

    /** Turns. */
    public static class Rot extends ClientboundMoveEntityPacket {
        public Rot(int entityId, byte yRot, byte xRot, boolean onGround) {
            super(entityId, (short) 0, (short) 0, (short) 0, yRot, xRot, onGround, true, false);
        }
    }
}
