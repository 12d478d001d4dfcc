package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.block.state.BlockState;

/** One block changes. */
public final class ClientboundBlockUpdatePacket implements Packet<ClientGamePacketListener> {
    private final BlockPos pos;
    public final BlockState blockState;

    public ClientboundBlockUpdatePacket(BlockPos pos, BlockState blockState) {
        this.pos = pos;
        this.blockState = blockState;
    }

    public BlockPos pos() {
        return pos;
    }

    public BlockState blockState() {
        return blockState;
    }
}
