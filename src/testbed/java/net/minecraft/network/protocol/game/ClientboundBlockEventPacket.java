package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.block.Block;

/** A block acts: a piston, a note, a lid. */
public final class ClientboundBlockEventPacket implements Packet<ClientGamePacketListener> {
    private final BlockPos pos;
    private final int b0;
    private final int b1;
    private final Block block;

    public ClientboundBlockEventPacket(BlockPos pos, int b0, int b1, Block block) {
        this.pos = pos;
        this.b0 = b0;
        this.b1 = b1;
        this.block = block;
    }

    public BlockPos pos() {
        return pos;
    }

    public int b0() {
        return b0;
    }

    public int b1() {
        return b1;
    }

    public Block block() {
        return block;
    }
}
