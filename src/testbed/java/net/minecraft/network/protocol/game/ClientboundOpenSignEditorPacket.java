package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;

/** The player may write on a sign. */
public final class ClientboundOpenSignEditorPacket implements Packet<ClientGamePacketListener> {
    private final BlockPos pos;
    private final boolean isFrontText;

    public ClientboundOpenSignEditorPacket(BlockPos pos, boolean isFrontText) {
        this.pos = pos;
        this.isFrontText = isFrontText;
    }

    public BlockPos pos() {
        return pos;
    }

    public boolean isFrontText() {
        return isFrontText;
    }
}
