package dev.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of {@code ./bench} as someone without root has it. Its figures mean nothing beside a build. */
final class BenchIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Test
    void bench_overTheRelay_printsALineWithWhatItMeasured() throws IOException, InterruptedException {
        List<String> command = List.of(
                Project.NODE.toString(),
                Project.CLIENTS.resolve("bench/main.mjs").toString(),
                "--link",
                "relay",
                "--rate",
                "4mbit",
                "--buffer",
                "32kb",
                "--seconds",
                "10",
                "--policies",
                "sluice",
                "--repeat",
                "0");
        try (ProcessLines bench = new ProcessLines("bench", command)) {
            String found = bench.await("the JSON line", line -> line.startsWith("{"), LIMIT);
            bench.awaitEnd();
            assertEquals(0, bench.exitStatus(), bench::lastLines);
            JsonObject line = JsonParser.parseString(found).getAsJsonObject();
            JsonObject loading = line.getAsJsonObject("loading");
            assertEquals("relay", line.get("link").getAsString());
            assertTrue(loading.getAsJsonObject("entityAgeMillis").get("count").getAsInt() > 0, found);
            assertTrue(loading.get("goodputBytesPerSecond").getAsDouble() > 0, found);
            assertTrue(line.get("chunks").getAsInt() > 0, found);
            assertEquals(0, line.get("orphans").getAsInt(), found);
            assertTrue(bench.lastLines().contains("built-in relay"), bench::lastLines);
        }
    }
}
