package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulationTest {

    private static final String SHORT =
            "--players 4 --minutes 0.2 --step 3s:512kbit --stall 5s:500ms --hitch 8s:400ms ";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "--json "})
    void run_sameSeed_printsTheSameBytesOnAnyNumberOfThreads(String form) {
        String once = run(0, SHORT + form + "--seed 7 --threads 1");
        assertEquals(once, run(0, SHORT + form + "--seed 7 --threads 1"));
        assertEquals(once, run(0, SHORT + form + "--seed 7 --threads 3"));
        assertNotEquals(once, run(0, SHORT + form + "--seed 8 --threads 3"));
    }

    @Test
    void run_json_isOneLineAndSpeedIsApart() {
        String json = run(0, SHORT + "--json");
        assertEquals(1, json.lines().count());
        assertTrue(json.startsWith("{\"players\":4,"), json);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("player-minutes per minute"));
    }

    @Test
    void run_slowerLink_deliversTheViewLater() {
        String fast = run(0, "--players 2 --minutes 0.5 --view-distance 3 --json --rate 1mbit");
        String slow = run(0, "--players 2 --minutes 0.5 --view-distance 3 --json --rate 512kbit");
        assertTrue(viewSeconds(slow) > 1.5 * viewSeconds(fast), slow);
    }

    @Test
    void run_queueTimes_saysHowFarOffTheyWere() {
        String line = "--players 2 --minutes 0.5 --view-distance 5 ";
        assertFalse(run(0, line).contains("queue time"));
        String asked = run(0, line + "--queue-times");
        assertEquals(asked, run(0, line + "--queue-times --threads 2"));
        String section = asked.substring(asked.indexOf("queue time, error in ms"));
        for (String messageClass : List.of("nearby_entities", "chunk_data", "chat", "metadata")) {
            assertTrue(
                    section.lines().anyMatch(row -> row.matches(messageClass + " +-?[0-9.]+ .* [1-9][0-9]*")), section);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json "})
    void run_links_printsTheSameBytesOnAnyNumberOfThreads(String form) {
        String line = "--links 6 --minutes 0.2 --view-distance 3 " + form;
        String once = run(0, line + "--seed 7 --threads 1");
        assertEquals(once, run(0, line + "--seed 7 --threads 3"));
        assertNotEquals(once, run(0, line + "--seed 8 --threads 3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--links 0",
                "--links 2 --minutes 0.1",
                "--links 2 --rate 1mbit",
                "--links 2 --budget 1mbit",
                "--links 2 --queue-times",
                "--players 0",
                "--minutes 0",
                "--seed pumpkin",
                "--rate 1",
                "--rate 0mbit",
                "--rtt 40",
                "--buffer 64mbit",
                "--step 512kbit",
                "--step 1s:0kbit",
                "--stall 2s",
                "--budget fast",
                "--dense 2",
                "--threads 0",
                "--view-distance 0",
                "--prayers 3"
            })
    void run_optionsThatMakeNoSense_printsOneLineAndGivesTwo(String line) {
        assertEquals("", run(2, line));
        String message = err.toString(StandardCharsets.UTF_8);
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith("simulate: "), message);
    }

    private static double viewSeconds(String json) {
        String field = "\"firstViewSeconds\":{\"p50\":";
        int start = json.indexOf(field) + field.length();
        return Double.parseDouble(json.substring(start, json.indexOf(',', start)));
    }

    private String run(int expectedExit, String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main main = new Main(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(expectedExit, main.run(line.strip().split(" ")), () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
