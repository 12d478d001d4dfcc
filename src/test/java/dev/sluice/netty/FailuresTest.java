package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.RecordingSink;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class FailuresTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @Test
    void capReached_againAndAgain_isLoggedOncePerPlayer() {
        UUID first = new UUID(0, 1);
        UUID second = new UUID(0, 2);
        failures.capReached(stats(first));
        failures.capReached(stats(second));
        failures.capReached(stats(first));

        assertEquals(2, log.lines().size());
        assertTrue(log.lines().getFirst().contains(first.toString()), log.lines()::toString);
        assertTrue(log.lines().getLast().contains(second.toString()), log.lines()::toString);
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

    private static BandwidthStats stats(UUID clientId) {
        return new ClientSession(
                        clientId,
                        SessionFixture.rate(1_000),
                        new FakeTicker(),
                        new RecordingSink(packet -> 0),
                        move -> move,
                        LinkProbe.NONE)
                .stats();
    }
}
