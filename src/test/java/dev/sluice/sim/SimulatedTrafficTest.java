package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The simulated players do what a simulation is worth its name for, or its delays are those of idle ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulatedTrafficTest {

    private static final int PLAYERS = 4;
    private static final int SECONDS = 90;
    private static final int TICKS_PER_SECOND = 20;

    /** What all of them play together. */
    private static final int PLAYER_SECONDS = PLAYERS * SECONDS;

    private static final int VIEW_CHUNKS = 441;

    private JsonObject report = new JsonObject();

    @BeforeAll
    void simulate() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        String line = "--players " + PLAYERS + " --minutes 1.5 --seed 1 --json";
        assertEquals(0, new Main(printed, printed).run(line.split(" ")), () -> out.toString(StandardCharsets.UTF_8));
        String json = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        report = JsonParser.parseString(json).getAsJsonObject();
    }

    @Test
    void chat_ofEachPlayer_isALineASecond() {
        assertTrue(
                Math.abs(count("chat", "released") - PLAYER_SECONDS) <= PLAYERS,
                () -> count("chat", "released") + " lines");
    }

    /** A move of each in each tick, and in three of ten a turn of the head. */
    @Test
    void entities_ofEachPlayer_areFortyThatMoveInEachTick() {
        long offered = count("nearby_entities", "released")
                + count("nearby_entities", "merged")
                + count("nearby_entities", "dropped");
        assertAtLeast(1.3 * 40 * TICKS_PER_SECOND * PLAYER_SECONDS, offered);
        assertTrue(count("nearby_entities", "merged") > 0, "nothing merged");
    }

    /** One tick in ten has an edit somewhere, one in fifty several at once, one in twenty the player's own. */
    @Test
    void edits_areMade() {
        assertAtLeast(0.9 * 0.17 * TICKS_PER_SECOND * PLAYER_SECONDS, count("voxel_edits", "released"));
    }

    /** Half of what is loaded first comes and goes again in the minute after it: 21 chunks at each border. */
    @Test
    void chunks_ofPlayersThatWalk_areMoreThanTheFirstView() {
        assertAtLeast(1.5 * PLAYERS * VIEW_CHUNKS, count("chunk_data", "released"));
    }

    @Test
    void restOfThePlay_isThere() {
        assertAtLeast(0.9 * 0.2 * TICKS_PER_SECOND * PLAYER_SECONDS, count("player_state", "released"));
        assertAtLeast(0.9 * 0.5 * TICKS_PER_SECOND * PLAYER_SECONDS, count("metadata", "released"));
    }

    private static void assertAtLeast(double expected, long found) {
        assertTrue(found >= expected, "expected at least " + Math.round(expected) + ", found " + found);
    }

    private long count(String messageClass, String field) {
        for (JsonElement each : report.getAsJsonArray("classes")) {
            JsonObject ofClass = each.getAsJsonObject();
            if (ofClass.get("name").getAsString().equals(messageClass)) {
                return ofClass.get(field).getAsLong();
            }
        }
        throw new AssertionError("no class " + messageClass + " in " + report);
    }
}
