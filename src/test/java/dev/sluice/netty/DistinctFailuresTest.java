package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.LogLines;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which failures are of one kind. */
final class DistinctFailuresTest {

    private static final StackTraceElement CHECK = frame("java.util.Objects", "checkIndex", 385);
    private static final StackTraceElement LIST = frame("java.util.ArrayList", "get", 427);
    private static final StackTraceElement GATHER = frame("dev.sluice.engine.Gather", "next", 10);
    private static final StackTraceElement RELEASE = frame("dev.sluice.engine.Release", "next", 20);
    private static final StackTraceElement HANDLER = frame("dev.sluice.netty.HoldingHandler", "write", 30);

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    /** The JDK finds both in the same line. */
    @Test
    void stoodAside_sameCheckOfTheJdkInTwoPlaces_isLoggedTwice() {
        fail(CHECK, LIST, GATHER, HANDLER);
        fail(CHECK, LIST, RELEASE, HANDLER);

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    @Test
    void stoodAside_samePlaceByTwoWays_isLoggedOnce() {
        fail(CHECK, LIST, GATHER, HANDLER);
        fail(CHECK, LIST, GATHER, RELEASE, HANDLER);

        assertEquals(1, log.lines().size(), log.lines()::toString);
    }

    /** In other plugins' handlers, for instance. */
    @Test
    void stoodAside_twoPlacesBehindOneOfSluices_isLoggedTwice() {
        fail(frame("some.Handler", "write", 5), HANDLER);
        fail(frame("other.Handler", "write", 5), HANDLER);

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    @Test
    void stoodAside_traceWithoutSluice_goesByItsTop() {
        fail(CHECK, LIST);
        fail(CHECK);
        fail(LIST);
        fail();
        fail();

        assertEquals(3, log.lines().size(), log.lines()::toString);
    }

    private void fail(StackTraceElement... trace) {
        IndexOutOfBoundsException cause = new IndexOutOfBoundsException();
        cause.setStackTrace(trace);
        failures.stoodAside(new UUID(0, 1), cause);
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, null, line);
    }
}
