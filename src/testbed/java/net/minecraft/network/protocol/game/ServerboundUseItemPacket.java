package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;
import net.minecraft.world.InteractionHand;

/** The player uses what it has in a hand. */
public final class ServerboundUseItemPacket implements Packet<ServerGamePacketListener> {
    private final InteractionHand hand;
    private final int sequence;
    private final float yRot;
    private final float xRot;

    public ServerboundUseItemPacket(InteractionHand hand, int sequence, float yRot, float xRot) {
        this.hand = hand;
        this.sequence = sequence;
        this.yRot = yRot;
        this.xRot = xRot;
    }

    public InteractionHand getHand() {
        return hand;
    }

    public int getSequence() {
        return sequence;
    }

    public float getYRot() {
        return yRot;
    }

    public float getXRot() {
        return xRot;
    }
}
