package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class StartedTest {

    private final Logger logger = Logger.getAnonymousLogger();

    @Test
    void close_parts_areStoppedInReverseOrderOnce() {
        List<String> stopped = new ArrayList<>();
        Started started = new Started(() -> logger);
        started.with(() -> stopped.add("first"));
        started.with(() -> stopped.add("second"));

        started.close();
        started.close();

        assertEquals(List.of("second", "first"), stopped);
    }

    @Test
    void close_oneFails_theOthersAreStoppedAndItIsLogged() {
        List<String> stopped = new ArrayList<>();
        RecordingLog log = RecordingLog.on(logger);
        Started started = new Started(() -> logger);
        started.with(() -> stopped.add("first"));
        started.with(() -> {
            throw new IllegalStateException("stuck");
        });

        started.close();

        assertEquals(List.of("first"), stopped);
        assertEquals(1, log.lines().size());
        assertTrue(log.lines().getFirst().startsWith("SEVERE Could not stop"), log.lines()::toString);
    }
}
