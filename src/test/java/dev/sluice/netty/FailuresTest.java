package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.CapReached;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @Test
    void capReached_againAndAgain_isLoggedOncePerPlayer() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        failures.capReached(first, new CapReached(6, 11_000, true));
        failures.capReached(second, new CapReached(7, 12_000, true));
        failures.capReached(first, new CapReached(6, 11_000, true));

        assertEquals(2, log.lines().size());
        assertTrue(
                log.lines()
                        .getFirst()
                        .contains(first + " cannot carry what the server sends: 6 packets (11000 bytes) were held"),
                log.lines()::toString);
        assertTrue(log.lines().getLast().contains(second.toString()), log.lines()::toString);
    }

    @Test
    void capReached_forAllTogether_isLoggedOnceForAll() {
        failures.capReached(new UUID(0, 1), new CapReached(6, 11_000, false));
        failures.capReached(new UUID(0, 2), new CapReached(7, 12_000, false));

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("memory.max-heap-percent"), log.lines()::toString);
    }

    @Test
    void capReached_afterThePlayerHasLeft_isLoggedAgain() {
        UUID player = new UUID(0, 1);
        failures.capReached(player, new CapReached(6, 11_000, true));
        failures.forget(player);
        failures.capReached(player, new CapReached(7, 12_000, true));

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    @Test
    void undone_sameCauseForOthers_isLoggedOnce() {
        for (int i = 0; i < 2; i++) {
            failures.undone("look at", new UUID(0, i), new IllegalStateException("no"));
        }
        failures.undone("leave", new UUID(0, 1), new IllegalStateException("no"));

        assertEquals(2, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().startsWith("Sluice could not look at player 0"), log.lines()::toString);
    }

    @Test
    void queueTimesFailed_twice_isLoggedOnce() {
        failures.queueTimesFailed(new IllegalStateException("no"));
        failures.queueTimesFailed(new ArithmeticException("neither"));

        assertEquals(1, log.lines().size(), log.lines()::toString);
    }

    @Test
    void packetEventsFound_inSeveralPlaces_isLoggedOnce() {
        failures.packetEventsFound("packetevents");
        failures.packetEventsFound("grimac");

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("PacketEvents (packetevents)"), log.lines()::toString);
    }

    @Test
    void failuresOfTheFallback_twice_areLoggedOnce() {
        RuntimeException cause = new IllegalStateException("no");
        for (int i = 0; i < 2; i++) {
            failures.resendFailed(cause);
            failures.stoodAside(new UUID(0, i), cause);
        }

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }
}
