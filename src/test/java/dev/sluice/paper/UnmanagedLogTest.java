package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class UnmanagedLogTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final UnmanagedLog unmanaged = new UnmanagedLog(logger);

    @Test
    void failed_sameCauseForOthers_isLoggedOnce() {
        for (String name : new String[] {"Ada", "Bob", "Cleo"}) {
            unmanaged.failed(name, wrapped(new IllegalStateException("no handler for " + name)));
        }

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().startsWith("WARNING Sluice cannot manage Ada"), log.lines()::toString);
    }

    @Test
    void failed_otherCauseBeneath_isLogged() {
        Throwable missing = new NoClassDefFoundError("gone");
        unmanaged.failed("Ada", wrapped(new IllegalStateException("no handler")));

        unmanaged.failed("Bob", wrapped(missing));

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    @Test
    void failed_causesInACircle_isLogged() {
        Exception outer = new IllegalStateException("outer");
        Exception inner = new IllegalStateException("inner", outer);
        outer.initCause(inner);

        unmanaged.failed("Ada", outer);

        assertEquals(1, log.lines().size());
    }

    /** As the binding says what has failed while it attached. */
    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("expected a session", cause);
    }
}
