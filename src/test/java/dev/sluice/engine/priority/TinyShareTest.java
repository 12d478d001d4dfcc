package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shares are kept whatever another class's is. */
final class TinyShareTest {

    @Test
    void serve_anotherClassHasATinyShare_sharesAreKept() {
        FairShares shares = new FairShares(
                Map.of(MessagePriority.VOXEL_EDITS, 0.1, MessagePriority.CHUNK_DATA, 0.3, MessagePriority.CHAT, 1e-15));
        // A line of chat now and then, in a busy period of its own.
        for (int i = 0; i < 100; i++) {
            shares.backlogged(1 << MessagePriority.CHAT.ordinal());
            shares.serve(shares.next(), 100);
            shares.backlogged(0);
        }
        shares.backlogged(1 << MessagePriority.VOXEL_EDITS.ordinal() | 1 << MessagePriority.CHUNK_DATA.ordinal());
        int chunks = 0;
        for (int i = 0; i < 1_000; i++) {
            int lane = shares.next();
            shares.serve(lane, 14);
            chunks += lane == MessagePriority.CHUNK_DATA.ordinal() ? 1 : 0;
        }
        int served = chunks;
        assertTrue(served > 700, () -> served + " of 1000 are chunks, 750 are due");
    }
}
