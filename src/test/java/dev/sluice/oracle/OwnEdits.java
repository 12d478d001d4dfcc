package dev.sluice.oracle;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import org.jspecify.annotations.Nullable;

/** Knows which edits must not be held: the first one after the player's own action at its block, if nothing stands before it. */
final class OwnEdits {

    private static final long MEMORY_NANOS = 2_000_000_000L;

    /** How much of each chunk waits. */
    private final int[] waiting = new int[Places.CHUNKS];

    private Step.@Nullable Acted action;
    private long actedNanos;

    void acted(Step.Acted step, long nowNanos) {
        action = step;
        actedNanos = nowNanos;
    }

    /** Whether a packet that is about to be offered must pass, whatever the link carries. */
    boolean mustPass(Sent sent, long nowNanos) {
        Step.Acted last = action;
        if (sent.message != null && (sent.message.edit() != null || sent.message.effect() != WorldEffect.NONE)) {
            action = null;
        }
        return last != null
                && nowNanos - actedNanos <= MEMORY_NANOS
                && sent.packet instanceof ModelPacket.Edit(int x, int z, int pos, int state, int answers)
                && x == last.x()
                && z == last.z()
                && pos == last.pos()
                && waiting[Places.index(x, z)] == 0;
    }

    /** Whether something of a chunk is held. */
    boolean isChunkHeld(int x, int z) {
        return waiting[Places.index(x, z)] > 0;
    }

    void held(Sent sent) {
        sent.held = true;
        count(sent.message, 1);
    }

    /** What was held has left, or was let go of. */
    void left(Sent sent) {
        if (sent.held) {
            sent.held = false;
            count(sent.message, -1);
        }
    }

    private void count(@Nullable Message message, int by) {
        if (message == null) {
            return;
        }
        for (Message.Key key : message.keys()) {
            if (OrderingKey.isChunk(key.key())) {
                waiting[Places.index(OrderingKey.chunkX(key.key()), OrderingKey.chunkZ(key.key()))] += by;
            }
        }
    }
}
