package dev.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clients' own tests, on the Node that the clients run on. */
final class ClientsIT {
    @Test
    void clients_ownTests_pass() throws IOException, InterruptedException {
        List<String> command = List.of(
                Project.NODE.toString(),
                "--test",
                "--test-reporter=tap",
                Project.CLIENTS.resolve("test").toString() + "/*.test.mjs");
        try (ProcessLines tests = new ProcessLines("node --test", command)) {
            tests.awaitEnd();
            assertEquals(0, tests.exitStatus(), tests::lastLines);
        }
    }
}
