package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;

/** Cracks in a block. */
public final class ClientboundBlockDestructionPacket implements Packet<ClientGamePacketListener> {
    private final int id;
    private final BlockPos pos;
    private final int progress;

    public ClientboundBlockDestructionPacket(int id, BlockPos pos, int progress) {
        this.id = id;
        this.pos = pos;
        this.progress = progress;
    }

    public int id() {
        return id;
    }

    public BlockPos pos() {
        return pos;
    }

    public int progress() {
        return progress;
    }
}
