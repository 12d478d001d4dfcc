package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lane that gets a weight has no claim on what went out before. */
final class FairSharesTest {

    private static final int ENTITIES = MessagePriority.NEARBY_ENTITIES.ordinal();
    private static final int CHUNKS = MessagePriority.CHUNK_DATA.ordinal();
    private static final int CHUNK = 4_000;
    private static final int UPDATE = 12;

    private final FairShares shares = new FairShares(Map.of(MessagePriority.NEARBY_ENTITIES, 0.2));

    @Test
    void favourRing_chunksHadNoShareForLong_entitiesGoOn() {
        shares.backlogged(1 << ENTITIES | 1 << CHUNKS | 1 << FairShares.LEFTOVER);
        serve(10_000_000);
        shares.favourRing(true);
        assertTrue(serve(100_000) > 10_000, "what entities get of 100 KB");
    }

    @Test
    void reconfigure_chunksHadNoShareForLong_entitiesGoOn() {
        shares.backlogged(1 << ENTITIES | 1 << CHUNKS | 1 << FairShares.LEFTOVER);
        serve(10_000_000);
        shares.reconfigure(Map.of(MessagePriority.NEARBY_ENTITIES, 0.2, MessagePriority.CHUNK_DATA, 0.2));
        assertTrue(serve(100_000) > 10_000, "what entities get of 100 KB");
    }

    /** Serves so many bytes; what is left over goes to chunks. Returns what entities got for their own share. */
    private long serve(long bytes) {
        long left = bytes;
        long entities = 0;
        while (left > 0) {
            int lane = shares.next();
            int size = lane == ENTITIES ? UPDATE : CHUNK;
            shares.serve(lane, size);
            left -= size;
            entities += lane == ENTITIES ? size : 0;
        }
        return entities;
    }
}
