package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ticks within which docs/scheduling.md says that the head of each class leaves: by the formula, and as it happens. */
final class HeadTableTest {

    private static final long RATE = 125_000;
    private static final double TICK_SECONDS = 0.05;
    private static final double QUANTUM_SECONDS = 0.01;
    private static final int CHAT_LINE = 200;
    private static final int ENTITY_STATE = 14;
    private static final int OWN_STATE = 150;
    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    /** The table's columns. */
    enum Sizes {
        CHUNKS_OF_6_KB(6_000, 150),
        CHUNKS_OF_6_KB_LARGE_FACTS(6_000, 4_000),
        CHUNKS_OF_26_KB(26_000, 150),
        CHUNKS_OF_26_KB_LARGE_FACTS(26_000, 4_000);

        private final int chunk;
        private final int fact;

        Sizes(int chunk, int fact) {
            this.chunk = chunk;
            this.fact = fact;
        }

        private Map<MessagePriority, Integer> largest() {
            Map<MessagePriority, Integer> largest = new EnumMap<>(MessagePriority.class);
            largest.put(MessagePriority.PLAYER_STATE, OWN_STATE);
            largest.put(MessagePriority.NEARBY_ENTITIES, ENTITY_STATE);
            largest.put(MessagePriority.VOXEL_EDITS, fact);
            largest.put(MessagePriority.CHUNK_DATA, chunk);
            largest.put(MessagePriority.CHAT, CHAT_LINE);
            largest.put(MessagePriority.METADATA, fact);
            return largest;
        }
    }

    /** The table's rows. */
    enum Row {
        CHAT("a chat line, ", MessagePriority.CHAT),
        ENTITY("an entity's state, ", MessagePriority.NEARBY_ENTITIES),
        CHUNK("a chunk ", MessagePriority.CHUNK_DATA),
        EDIT("an edit ", MessagePriority.VOXEL_EDITS),
        METADATA("metadata ", MessagePriority.METADATA);

        private final String label;
        private final MessagePriority messageClass;

        Row(String label, MessagePriority messageClass) {
            this.label = "| " + label;
            this.messageClass = messageClass;
        }
    }

    @ParameterizedTest
    @EnumSource(Row.class)
    void table_eachColumn_isWhatTheFormulaSays(Row row) throws IOException {
        List<Integer> byFormula = Arrays.stream(Sizes.values())
                .map(sizes ->
                        ticks(new HeadBound(sizes.largest()).seconds(row.messageClass, SHARES, RATE, QUANTUM_SECONDS)))
                .toList();

        assertEquals(byFormula, inTheTable(row));
    }

    @ParameterizedTest
    @EnumSource(Sizes.class)
    void release_sizesOfAColumn_headsLeaveWithinItsTicks(Sizes sizes) throws IOException {
        Map<MessagePriority, Double> worst = new EnumMap<>(MessagePriority.class);
        for (int seed = 1; seed <= 6; seed++) {
            BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, SHARES, 500 * BoundsRig.MILLI));
            HeadWatch watch =
                    new HeadWatch(rig, (packet, nanos) -> worst.merge(packet.messageClass(), nanos * 1e-9, Math::max));
            rig.observers.add(watch);
            new SteadyBacklog(rig, sizes.largest(), seed).runBursts(60 * BoundsRig.SECOND, 2 * RATE);
            watch.end();
        }
        for (Row row : Row.values()) {
            double seconds = worst.getOrDefault(row.messageClass, 0.0);
            int allowed = inTheTable(row).get(sizes.ordinal());
            assertTrue(ticks(seconds) <= allowed, () -> row + ": " + seconds + " s at the head");
            assertTrue(4 * seconds > allowed * TICK_SECONDS, () -> row + ": the load is no test, " + seconds + " s");
        }
    }

    /** Rounded up. */
    private static int ticks(double seconds) {
        return (int) Math.ceil(seconds / TICK_SECONDS);
    }

    private static List<Integer> inTheTable(Row row) throws IOException {
        String line = Files.readAllLines(Path.of("docs/scheduling.md")).stream()
                .filter(each -> each.startsWith(row.label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + row));
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .filter(cell -> cell.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }
}
