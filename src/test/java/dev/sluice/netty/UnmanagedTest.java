package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import org.junit.jupiter.api.Test;

/** Who cannot be managed is said once for each cause. */
final class UnmanagedTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @Test
    void unmanaged_sameCauseForOthers_isLoggedOnce() {
        for (String name : new String[] {"Ada", "Bob", "Cleo"}) {
            failures.unmanaged(name, wrapped(new IllegalStateException("no handler for " + name)));
        }

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().startsWith("Sluice cannot manage Ada"), log.lines()::toString);
    }

    @Test
    void unmanaged_otherCauseBeneath_isLogged() {
        Throwable missing = new NoClassDefFoundError("gone");
        failures.unmanaged("Ada", wrapped(new IllegalStateException("no handler")));

        failures.unmanaged("Bob", wrapped(missing));

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    @Test
    void unmanaged_causesInACircle_isLogged() {
        Exception outer = new IllegalStateException("outer");
        Exception inner = new IllegalStateException("inner", outer);
        outer.initCause(inner);

        failures.unmanaged("Ada", outer);

        assertEquals(1, log.lines().size());
    }

    /** As the binding says what has failed while it attached. */
    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("expected a session", cause);
    }
}
