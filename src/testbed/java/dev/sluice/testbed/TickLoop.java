package dev.sluice.testbed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main thread: 20 ticks a second, a late one followed at once, as a server does. */
final class TickLoop implements AutoCloseable {
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Logger LOG = LoggerFactory.getLogger(TickLoop.class);
    private static final int MAX_BEHIND_TICKS = 40;

    private final Tick tick;
    private final Runnable atEnd;
    private final Thread thread;
    private volatile boolean running = true;

    /** What happens in a tick. */
    interface Tick {
        /**
         * Runs one tick.
         *
         * @param startNanos when it began
         * @param nextNanos when the next is due
         */
        void run(int number, long startNanos, long nextNanos);
    }

    /** @param atEnd runs on the main thread after the last tick */
    TickLoop(Tick tick, Runnable atEnd) {
        this.tick = tick;
        this.atEnd = atEnd;
        this.thread = Thread.ofPlatform().name("Server thread").unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself
    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        long due = System.nanoTime();
        for (int number = 1; running; number++) {
            long start = System.nanoTime();
            if (start - due > MAX_BEHIND_TICKS * TICK_NANOS) {
                LOG.warn("the server is {} ticks behind and skips them", (start - due) / TICK_NANOS);
                due = start;
            }
            due += TICK_NANOS;
            try {
                tick.run(number, start, due);
            } catch (RuntimeException e) {
                LOG.error("a tick failed", e);
            }
            for (long left = due - System.nanoTime(); running && left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        }
        atEnd.run();
    }
}
