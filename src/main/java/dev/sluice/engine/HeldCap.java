package dev.sluice.engine;

import dev.sluice.engine.budget.HeapCap;
import dev.sluice.engine.packet.PacketManager;
import org.jspecify.annotations.Nullable;

/**
 * The most that is held for a client, by itself and as its share of what is held for all: beyond it the oldest leave regardless of
 * budget. Confined to the client's thread.
 */
final class HeldCap {

    private final LiveConfig config;
    private final PacketManager packets;
    private final HeapCap share;

    /** What its share of the server's heap leaves of what was held when it was asked last, in estimated wire bytes. */
    private long sharedBytes = Long.MAX_VALUE;

    private @Nullable CapReached reached;

    HeldCap(LiveConfig config, PacketManager packets, HeapCap share) {
        this.config = config;
        this.packets = packets;
        this.share = share;
    }

    /** A tick has ended: tells how much is held, and goes by the share of it until the next call. */
    void followShare(long nowNanos) {
        long heapBytes = packets.heldHeapBytes();
        long allowed = share.allowed(heapBytes, nowNanos);
        // Only wire bytes are counted for each packet: of these it keeps the same part.
        sharedBytes = allowed >= heapBytes
                ? Long.MAX_VALUE
                : Math.max(1, (long) ((double) packets.heldBytes() * allowed / heapBytes));
    }

    boolean isExceeded() {
        return packets.heldBytes() > sharedBytes || isOwnExceeded();
    }

    private boolean isOwnExceeded() {
        EngineConfig bounds = config.current();
        return packets.heldMessages() > bounds.maxHeldMessages() || packets.heldBytes() > bounds.maxHeldBytes();
    }

    /** Keeps in mind how much is held, for {@link #reached}; before any of it leaves. */
    void report() {
        if (reached == null) {
            reached = new CapReached(packets.heldMessages(), packets.heldBytes(), isOwnExceeded());
        }
    }

    /** Releases the oldest until the cap is kept to. Nothing is flushed. */
    void keep(long nowNanos) {
        EngineConfig bounds = config.current();
        packets.releaseDownTo(Math.min(bounds.maxHeldBytes(), sharedBytes), bounds.maxHeldMessages(), nowNanos);
    }

    /** The first time since the last call that more was held; null if it never was. */
    @Nullable
    CapReached reached() {
        CapReached first = reached;
        reached = null;
        return first;
    }
}
