package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While the client waits for the ring and every class is backlogged, chunks get three quarters beside what others keep. */
final class RingShareTest {

    private static final long RATE = 125_000;
    private static final int BACKLOG = 100;
    private static final int CHUNK = 4_000;
    private static final int OTHER = 100;
    private static final double THREE_QUARTERS = 0.75;

    /** More than one message of each class makes of what is released in the time that counts. */
    private static final double TOLERANCE = 0.03;

    /** Before that the burst that was saved up is a debt. */
    private static final long SETTLED = 2 * BoundsRig.SECOND;

    /** Before the ring has been missing for so long that it is not waited for any more. */
    private static final long END = 9 * BoundsRig.SECOND;

    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    private final Map<MessagePriority, Double> parts = new EnumMap<>(MessagePriority.class);

    @Test
    void ring_missing_entityStateAndChatKeepTheirDefaultShares() {
        run(SHARES, true);
        assertPart(MessagePriority.NEARBY_ENTITIES, SHARES.getOrDefault(MessagePriority.NEARBY_ENTITIES, 0.0));
        assertPart(MessagePriority.CHAT, SHARES.getOrDefault(MessagePriority.CHAT, 0.0));
        assertChunksGetThreeQuarters();
    }

    /** The shares of entity state and chat, and what they are while the ring is missing. */
    @ParameterizedTest
    @CsvSource({
        "0.10, 0.03, 0.10, 0.03",
        "0.05, 0.15, 0.05, 0.15",
        "0.20, 0, 0.20, 0",
        "0.30, 0.10, 0.165, 0.055",
        "0.50, 0.02, 0.2115, 0.00846",
        "0.06, 0.34, 0.033, 0.187"
    })
    void ring_missing_sharesAreKeptUnlessTheyAreTooLarge(
            double entities, double chat, double keptByEntities, double keptByChat) {
        run(shares(entities, chat), true);
        assertPart(MessagePriority.NEARBY_ENTITIES, keptByEntities);
        assertPart(MessagePriority.CHAT, keptByChat);
        assertChunksGetThreeQuarters();
    }

    @Test
    void ring_missing_largerShareOfChunksIsNotLowered() {
        Map<MessagePriority, Double> shares = shares(0.06, 0.04);
        shares.put(MessagePriority.CHUNK_DATA, 0.85);
        run(shares, true);
        assertPart(MessagePriority.NEARBY_ENTITIES, 0.06);
        assertPart(MessagePriority.CHAT, 0.04);
        assertTrue(part(MessagePriority.CHUNK_DATA) >= 0.85, () -> "" + parts);
    }

    @Test
    void noRing_sameLoad_chunksGetLess() {
        run(SHARES, false);
        assertTrue(part(MessagePriority.CHUNK_DATA) < THREE_QUARTERS / 2, () -> "" + parts);
    }

    /** The default shares but for these two; the others give way. */
    private static Map<MessagePriority, Double> shares(double entities, double chat) {
        Map<MessagePriority, Double> shares = new EnumMap<>(MessagePriority.class);
        shares.put(MessagePriority.NEARBY_ENTITIES, entities);
        shares.put(MessagePriority.CHAT, chat);
        shares.put(MessagePriority.VOXEL_EDITS, 0.03);
        shares.put(MessagePriority.CHUNK_DATA, 0.30);
        shares.put(MessagePriority.METADATA, 0.02);
        return shares;
    }

    /** Keeps every class backlogged with nothing overdue; what the shares leave over goes to the class that has none. */
    private void run(Map<MessagePriority, Double> shares, boolean ringMissing) {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, shares, 3_600 * BoundsRig.SECOND));
        if (ringMissing) {
            rig.client.session().awaitWorld();
        }
        rig.congest();
        for (MessagePriority messageClass : MessagePriority.values()) {
            for (int i = 0; i < BACKLOG; i++) {
                offer(rig, messageClass);
            }
        }
        int seen = rig.releases.size();
        double all = 0;
        while (rig.clock.nanos() < END) {
            rig.runFor(10 * BoundsRig.MILLI);
            for (; seen < rig.releases.size(); seen++) {
                BoundsRig.Release release = rig.releases.get(seen);
                offer(rig, release.packet().messageClass());
                if (release.nanos() >= SETTLED) {
                    parts.merge(release.packet().messageClass(), (double) release.bytes(), Double::sum);
                    all += release.bytes();
                }
            }
        }
        double released = all;
        parts.replaceAll((messageClass, bytes) -> bytes / released);
    }

    private static void offer(BoundsRig rig, MessagePriority messageClass) {
        rig.offer(BoundsRig.ordered(messageClass, messageClass == MessagePriority.CHUNK_DATA ? CHUNK : OTHER));
    }

    private double part(MessagePriority messageClass) {
        return parts.getOrDefault(messageClass, 0.0);
    }

    private void assertPart(MessagePriority messageClass, double share) {
        assertEquals(share, part(messageClass), TOLERANCE * share, () -> messageClass + " of " + parts);
    }

    private void assertChunksGetThreeQuarters() {
        assertTrue(part(MessagePriority.CHUNK_DATA) >= THREE_QUARTERS, () -> "" + parts);
    }
}
