package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lanes get over time, across changes of their weights and across pauses; the rest is in the tests of sessions. */
final class FairSharesTest {

    private static final int ALL = (1 << (FairShares.LEFTOVER + 1)) - 1;
    private static final int METADATA = MessagePriority.METADATA.ordinal();
    private static final int CHAT = MessagePriority.CHAT.ordinal();
    private static final int LINE = 200;
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

    /** A message that went out while the ring was missing costs its class what it costs now, not a fortieth's part of the link. */
    @Test
    void favourRing_over_classWaitsNoLongerThanForItsShare() {
        FairShares defaults = new FairShares(EngineConfig.DEFAULT.shares());
        defaults.favourRing(true);
        int messages = 0;
        for (int chunks = 0; chunks < 9; ) {
            defaults.backlogged(messages == 0 ? ALL : ALL & ~(1 << METADATA));
            int lane = defaults.next();
            defaults.serve(lane, lane == METADATA ? 2_000 : size(lane));
            chunks += lane == CHUNKS ? 1 : 0;
            messages += lane == METADATA ? 1 : 0;
        }
        assertEquals(1, messages, "sent while the ring was missing");

        defaults.favourRing(false);

        long bound = (long) (2_000 * 0.95 / 0.05) + 4 * LINE + 3 * CHUNK;
        long waited = bytesUntil(defaults, METADATA);
        assertTrue(waited <= bound, waited + " bytes, allowed " + bound);
    }

    @Test
    void reconfigure_largerShare_countsAtOnce() {
        FairShares small = new FairShares(Map.of(MessagePriority.CHUNK_DATA, 0.001, MessagePriority.CHAT, 0.1));
        for (int i = 0; i < 1_000; i++) {
            small.backlogged(1 << CHUNKS | 1 << CHAT | 1 << FairShares.LEFTOVER);
            int lane = small.next();
            small.serve(lane, size(lane));
        }

        small.reconfigure(EngineConfig.DEFAULT.shares());

        long bound = (long) (CHUNK * 0.7 / 0.3) + 4 * LINE + 2 * CHUNK;
        long waited = bytesUntil(small, CHUNKS);
        assertTrue(waited <= bound, waited + " bytes, allowed " + bound);
    }

    @Test
    void reconfigure_largerShareByWayOfNone_countsAtOnce() {
        FairShares tiny = new FairShares(Map.of(MessagePriority.CHAT, 0.001, MessagePriority.CHUNK_DATA, 0.3));
        bytesUntil(tiny, CHAT);
        tiny.serve(CHAT, LINE);

        tiny.reconfigure(Map.of(MessagePriority.CHUNK_DATA, 0.3));
        tiny.reconfigure(Map.of(MessagePriority.CHAT, 0.5, MessagePriority.CHUNK_DATA, 0.3));

        long waited = bytesUntil(tiny, CHAT);
        assertTrue(waited <= LINE + 2 * CHUNK, waited + " bytes");
    }

    @Test
    void backlogged_afterAllWasSent_whatWasSentBeforeCountsNoMore() {
        FairShares defaults = new FairShares(EngineConfig.DEFAULT.shares());
        defaults.backlogged(1 << METADATA | 1 << FairShares.LEFTOVER);
        assertEquals(METADATA, metadataFirst(defaults));
        defaults.serve(METADATA, 8_000);
        defaults.backlogged(0);
        defaults.backlogged(1 << CHUNKS | 1 << FairShares.LEFTOVER);
        for (int i = 0; i < 20; i++) {
            defaults.serve(defaults.next(), CHUNK);
        }

        long waited = bytesUntil(defaults, METADATA);

        assertTrue(waited <= 2 * CHUNK + 4 * LINE, "bytes that went before: " + waited);
    }

    /** What is overdue moves even if the shares are all that there is. */
    @Test
    void shares_addUpToOne_leftOverLaneGetsItsMinimum() {
        FairShares full = new FairShares(Map.of(MessagePriority.CHUNK_DATA, 0.5, MessagePriority.CHAT, 0.5));
        int leftOver = 0;
        full.backlogged(1 << CHUNKS | 1 << CHAT | 1 << FairShares.LEFTOVER);
        for (int i = 0; i < 1_050; i++) {
            int lane = full.next();
            leftOver += lane == FairShares.LEFTOVER ? 1 : 0;
            full.serve(lane, 100);
        }
        assertEquals(50, leftOver, 1);
    }

    private static int metadataFirst(FairShares shares) {
        int lane = shares.next();
        while (lane != METADATA) {
            shares.serve(lane, LINE);
            lane = shares.next();
        }
        return lane;
    }

    /** What goes before a lane, with all lanes backlogged. */
    private static long bytesUntil(FairShares shares, int wanted) {
        long bytes = 0;
        for (int messages = 0; messages < 100_000; messages++) {
            shares.backlogged(ALL);
            int lane = shares.next();
            if (lane == wanted) {
                return bytes;
            }
            shares.serve(lane, size(lane));
            bytes += size(lane);
        }
        throw new AssertionError("the lane never came");
    }

    private static int size(int lane) {
        return lane == CHUNKS || lane == FairShares.LEFTOVER ? CHUNK : LINE;
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
