package net.minecraft.network.protocol.game;

import java.util.BitSet;
import java.util.List;

/** Light of a chunk's sections. */
public final class ClientboundLightUpdatePacketData implements Cloneable {
    private final BitSet skyYMask;
    private final BitSet blockYMask;
    private final BitSet emptySkyYMask;
    private final BitSet emptyBlockYMask;
    private final List<byte[]> skyUpdates;
    private final List<byte[]> blockUpdates;

    public ClientboundLightUpdatePacketData(
            BitSet skyYMask,
            BitSet blockYMask,
            BitSet emptySkyYMask,
            BitSet emptyBlockYMask,
            List<byte[]> skyUpdates,
            List<byte[]> blockUpdates) {
        this.skyYMask = skyYMask;
        this.blockYMask = blockYMask;
        this.emptySkyYMask = emptySkyYMask;
        this.emptyBlockYMask = emptyBlockYMask;
        this.skyUpdates = skyUpdates;
        this.blockUpdates = blockUpdates;
    }

    public BitSet skyYMask() {
        return skyYMask;
    }

    public BitSet blockYMask() {
        return blockYMask;
    }

    public BitSet emptySkyYMask() {
        return emptySkyYMask;
    }

    public BitSet emptyBlockYMask() {
        return emptyBlockYMask;
    }

    public List<byte[]> skyUpdates() {
        return skyUpdates;
    }

    public List<byte[]> blockUpdates() {
        return blockUpdates;
    }
}
