package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.Packet;

/** A sound or effect by its number. */
public final class ClientboundLevelEventPacket implements Packet<ClientGamePacketListener> {
    private final int type;
    private final BlockPos pos;
    private final int data;
    private final boolean globalEvent;

    public ClientboundLevelEventPacket(int type, BlockPos pos, int data, boolean globalEvent) {
        this.type = type;
        this.pos = pos;
        this.data = data;
        this.globalEvent = globalEvent;
    }

    public int type() {
        return type;
    }

    public BlockPos pos() {
        return pos;
    }

    public int data() {
        return data;
    }

    public boolean globalEvent() {
        return globalEvent;
    }
}
