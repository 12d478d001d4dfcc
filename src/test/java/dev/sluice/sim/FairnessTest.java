package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With chunks backlogged, chat and entity state do not wait for them to become overdue: their shares carry them at once. What
 * cannot be helped is the chunk that the link is busy with: up to 48 ms of it here, 208 ms with dense ones.
 */
final class FairnessTest {

    private static final long RATE = 125_000;
    private static final int CREATURES = 48;
    private static final long HELD = 1_000_000;

    /** Before that the burst that was saved up is a debt. */
    private static final long SETTLED = 2 * BoundsRig.SECOND;

    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    private final Map<MessagePriority, List<Long>> waits = new EnumMap<>(MessagePriority.class);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_chunksBacklogged_chatAndStateGoAtOnce(long seed) {
        run(seed, 2_000, 6_000);
        report(seed, 6_000);
        assertTrue(millis(MessagePriority.CHAT, 100) <= 100, "seed " + seed);
        assertTrue(millis(MessagePriority.NEARBY_ENTITIES, 99) <= 85, "seed " + seed);
        assertTrue(millis(MessagePriority.NEARBY_ENTITIES, 100) <= 110, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_denseChunksBacklogged_chatAndStateWaitForOneChunk(long seed) {
        run(seed, 22_000, 26_000);
        report(seed, 26_000);
        assertTrue(millis(MessagePriority.CHAT, 99) <= 230, "seed " + seed);
        assertTrue(millis(MessagePriority.CHAT, 100) <= 300, "seed " + seed);
        assertTrue(millis(MessagePriority.NEARBY_ENTITIES, 95) <= 230, "seed " + seed);
    }

    private void run(long seed, int least, int most) {
        BoundsRig rig = new BoundsRig(CONFIG);
        rig.observers.add(new ClientObserver() {
            @Override
            public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
                if (rig.clock.nanos() < SETTLED) {
                    return;
                }
                long waited = cause == Cause.RELEASED ? rig.clock.nanos() - packet.sinceNanos() : 0;
                waits.computeIfAbsent(packet.messageClass(), c -> new ArrayList<>())
                        .add(waited);
            }
        });
        SplittableRandom random = new SplittableRandom(seed);
        int chunks = 0;
        for (int tick = 0; tick < 1_200; tick++) {
            while (rig.heldBytes() < HELD) {
                rig.offer(TestPacket.chunk(chunks % 500, chunks++ / 500, random.nextInt(least, most + 1)));
            }
            for (int creature = 0; creature < CREATURES; creature++) {
                rig.offer(TestPacket.move(creature, random.nextInt(1, 300), 0, random.nextInt(1, 300)));
                if (random.nextInt(3) == 0) {
                    rig.offer(TestPacket.head(creature, "head"));
                }
            }
            for (int part = 0; part < 5; part++) {
                if (random.nextInt(50) == 0) {
                    rig.offer(BoundsRig.ordered(MessagePriority.CHAT, random.nextInt(50, 400)));
                }
                rig.runFor(10 * BoundsRig.MILLI);
            }
        }
        assertEquals(
                0,
                rig.releases.stream().filter(left -> left.cause() == Cause.CAP).count());
        waits.values().forEach(Collections::sort);
    }

    /** What docs/scheduling.md tells of. */
    private void report(long seed, int mostChunkBytes) {
        for (MessagePriority each : waits.keySet()) {
            System.out.printf(
                    "chunks of up to %d bytes, seed %d: %s waits, ms: p50 %d, p95 %d, p99 %d, most %d%n",
                    mostChunkBytes,
                    seed,
                    each,
                    millis(each, 50),
                    millis(each, 95),
                    millis(each, 99),
                    millis(each, 100));
        }
    }

    private long millis(MessagePriority of, int percent) {
        List<Long> sorted = waits.getOrDefault(of, List.of());
        assertTrue(sorted.size() > 50, "too few of " + of + ": " + sorted.size());
        return sorted.get((sorted.size() - 1) * percent / 100) / BoundsRig.MILLI;
    }
}
