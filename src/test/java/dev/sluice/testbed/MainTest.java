package dev.sluice.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Main main = new Main(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--prot 25565",
                "--port 65536",
                "--port many",
                "--seconds 0",
                "--bots -1",
                "--plugin maybe",
                "--chunk-rate 0",
                "--view-distance 1",
                "--entities -5",
                "--seed pumpkin",
                "--world flat",
                "--config no-such-file.yml",
                "25565"
            })
    void run_optionsThatMakeNoSense_printsOneLineAndGivesTwo(String line) {
        assertEquals(2, main.run(line.split(" ")));
        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().startsWith("run: "), this::err);
        assertEquals(0, out.size());
    }

    @Test
    void run_busyPort_printsOneLineAndGivesOne() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(1, main.run("--port", Integer.toString(busy.getLocalPort()), "--bots", "0"));
        }
        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().contains("--port 0"), this::err);
    }

    @Test
    void run_congestionControlThatDoesNotExist_printsOneLineAndGivesOne() {
        assertEquals(1, main.run("--port", "0", "--bots", "0", "--congestion", "no-such"));
        assertEquals(1, err().lines().count(), this::err);
        assertTrue(err().contains("no-such"), this::err);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
