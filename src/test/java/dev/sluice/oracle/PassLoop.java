package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.adapt.NetworkHealth;
import java.util.function.Consumer;

/** The event loop and the server's ticks, in the scenario's time: makes the session's passes, and brings the answers to markers. */
final class PassLoop {

    private static final long TICK_NANOS = 50_000_000;
    private static final long IDLE_PASS_NANOS = 250_000_000;

    /** Nothing is sendable for so long, even at the lowest rate after the largest debt. */
    private static final long STUCK_NANOS = 120_000_000_000L;

    /** The longest way of an answer, and the longest time between two markers, several times over. */
    private static final long REST_NANOS = 30_000_000_000L;

    private final FakeTicker ticker;
    private final ClientSession session;
    private final ModelLink link;
    private final JudgedSink sink;
    private final HeldWatch watch;
    private final Consumer<String> problems;

    private long nextPassNanos;
    private long lastPassNanos;
    private long nextTickNanos;
    private boolean passScheduled;

    PassLoop(
            FakeTicker ticker,
            ClientSession session,
            ModelLink link,
            JudgedSink sink,
            HeldWatch watch,
            Consumer<String> problems) {
        this.ticker = ticker;
        this.session = session;
        this.link = link;
        this.sink = sink;
        this.watch = watch;
        this.problems = problems;
        this.lastPassNanos = ticker.nanos();
        this.nextTickNanos = ticker.nanos();
    }

    /** The engine has decided on a packet. */
    void offered() {
        if (session.hasHeld() && !passScheduled) {
            schedule();
        }
    }

    private void schedule() {
        nextPassNanos = ticker.nanos() + session.nanosUntilNextPass();
        passScheduled = true;
    }

    /** Lets time pass, with passes and ticks when they are due; without, all that was due comes late. */
    void advance(long nanos, boolean passes) {
        long end = ticker.nanos() + nanos;
        if (!passes) {
            ticker.advanceNanos(nanos);
        }
        while (true) {
            boolean tickFirst =
                    session.scheduler().wantsTicks() && (!passScheduled || nextTickNanos - nextPassNanos < 0);
            long next = tickFirst ? nextTickNanos : nextPassNanos;
            if ((!tickFirst && !passScheduled) || next - end > 0) {
                break;
            }
            ticker.advanceNanos(Math.max(0, next - ticker.nanos()));
            if (tickFirst) {
                nextTickNanos = ticker.nanos() + TICK_NANOS;
                session.scheduler().tickScheduler(ticker.nanos());
            }
            pass();
        }
        ticker.advanceNanos(Math.max(0, end - ticker.nanos()));
        if (ticker.nanos() - lastPassNanos >= IDLE_PASS_NANOS && !session.hasHeld()) {
            pass();
        }
    }

    private void pass() {
        lastPassNanos = ticker.nanos();
        link.deliver(session::confirmed);
        sink.flushing(session::pass);
        watch.passed(session.getHealth().status() == NetworkHealth.Status.STALLED);
        confirmations();
        passScheduled = false;
        if (session.hasHeld()) {
            schedule();
        }
    }

    /** Goes on until nothing is held. */
    void drain() {
        long lastWrite = ticker.nanos();
        while (session.hasHeld()) {
            int before = sink.written();
            advance(TICK_NANOS, true);
            if (sink.written() > before) {
                lastWrite = ticker.nanos();
            } else if (ticker.nanos() - lastWrite > STUCK_NANOS) {
                problems.accept("nothing goes out any more: " + session.stats());
                return;
            }
        }
    }

    /** Goes on until statistics are those of the end: the first pass may but find that another clock is wanted. */
    void idle() {
        advance(IDLE_PASS_NANOS, true);
        advance(IDLE_PASS_NANOS, true);
    }

    /** The engine never takes more for confirmed than is. */
    void confirmations() {
        long unconfirmed = session.stats().wireBytes() - link.confirmed();
        if (sink.wasAlwaysMetered() && session.getHealth().bytesInFlight() < unconfirmed) {
            problems.accept("expected at least " + unconfirmed + " bytes in flight, found " + session.getHealth());
        }
    }

    /** A link that answers confirms everything in the end. */
    void rest() {
        long start = ticker.nanos();
        while (link.isAnswering() && session.getHealth().bytesInFlight() > 0) {
            advance(IDLE_PASS_NANOS, true);
            if (ticker.nanos() - start > REST_NANOS) {
                problems.accept("never confirmed: " + session.getHealth());
                return;
            }
        }
        if (link.isAnswering() && session.getHealth().unconfirmedReliable() != 0) {
            problems.accept("reliable, and never confirmed: " + session.getHealth());
        }
    }
}
