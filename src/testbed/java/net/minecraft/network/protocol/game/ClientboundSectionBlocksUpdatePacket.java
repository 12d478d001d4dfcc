package net.minecraft.network.protocol.game;

import net.minecraft.core.SectionPos;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.block.state.BlockState;

/** Several blocks of a section change. */
public final class ClientboundSectionBlocksUpdatePacket implements Packet<ClientGamePacketListener> {
    private final SectionPos sectionPos;
    private final short[] positions;
    private final BlockState[] states;

    public ClientboundSectionBlocksUpdatePacket(SectionPos sectionPos, short[] positions, BlockState[] states) {
        this.sectionPos = sectionPos;
        this.positions = positions;
        this.states = states;
    }

    public SectionPos sectionPos() {
        return sectionPos;
    }

    public short[] positions() {
        return positions;
    }

    public BlockState[] states() {
        return states;
    }
}
