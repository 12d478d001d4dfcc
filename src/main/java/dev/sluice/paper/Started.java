package dev.sluice.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What was started, in order; closed in the reverse order, each whatever became of the others. Main thread. */
final class Started implements AutoCloseable {

    private final Supplier<Logger> logger;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** @param logger asked for when something goes wrong: a plugin has none before the server has prepared it */
    Started(Supplier<Logger> logger) {
        this.logger = logger;
    }

    /** Remembers a part that runs from now on, and returns it. */
    <T extends AutoCloseable> T with(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Throwable e) {
                // Whatever it is, a linkage error included: of classes that are gone with a replaced jar, for instance.
                logger.get()
                        .log(
                                Level.SEVERE,
                                "Could not stop " + part.getClass().getSimpleName() + "; the rest is stopped.",
                                e);
            }
        }
    }
}
