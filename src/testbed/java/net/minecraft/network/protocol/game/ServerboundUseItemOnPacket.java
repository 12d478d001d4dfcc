package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;
import net.minecraft.world.InteractionHand;
import net.minecraft.world.phys.BlockHitResult;

/** The player clicks on a block. */
public final class ServerboundUseItemOnPacket implements Packet<ServerGamePacketListener> {
    private final BlockHitResult blockHit;
    private final InteractionHand hand;
    private final int sequence;

    public ServerboundUseItemOnPacket(InteractionHand hand, BlockHitResult blockHit, int sequence) {
        this.blockHit = blockHit;
        this.hand = hand;
        this.sequence = sequence;
    }

    public BlockHitResult getHitResult() {
        return blockHit;
    }

    public InteractionHand getHand() {
        return hand;
    }

    public int getSequence() {
        return sequence;
    }
}
