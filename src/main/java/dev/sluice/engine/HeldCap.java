package dev.sluice.engine;

import dev.sluice.engine.packet.PacketManager;
import org.jspecify.annotations.Nullable;

/** The most that is held for a client: beyond it the oldest leave regardless of budget. Confined to the client's thread. */
final class HeldCap {

    private final LiveConfig config;
    private final PacketManager packets;

    private @Nullable CapReached reached;

    HeldCap(LiveConfig config, PacketManager packets) {
        this.config = config;
        this.packets = packets;
    }

    boolean isExceeded() {
        EngineConfig bounds = config.current();
        return packets.heldMessages() > bounds.maxHeldMessages() || packets.heldBytes() > bounds.maxHeldBytes();
    }

    /** Keeps in mind how much is held, for {@link #reached}; before any of it leaves. */
    void report() {
        if (reached == null) {
            reached = new CapReached(packets.heldMessages(), packets.heldBytes());
        }
    }

    /** Releases the oldest until the cap is kept to. Nothing is flushed. */
    void keep(long nowNanos) {
        EngineConfig bounds = config.current();
        packets.releaseDownTo(bounds.maxHeldBytes(), bounds.maxHeldMessages(), nowNanos);
    }

    /** The first time since the last call that more was held; null if it never was. */
    @Nullable
    CapReached reached() {
        CapReached first = reached;
        reached = null;
        return first;
    }
}
