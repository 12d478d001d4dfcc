package dev.sluice.sim.link;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.Ticker;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A link with a first-in-first-out queue that drains at the link's rate. A byte arrives half a round-trip time after it
 * has left the queue. What does not fit into the bottleneck's buffer waits in the sender's socket: it arrives no later
 * for it, but its wait there is no part of the round-trip time that the sender sees. Nothing is lost, and no bytes are
 * added for headers. Confined to one player's simulation.
 */
public final class SimLink implements LinkProbe {

    /** What one acknowledgement adds to the smoothed round-trip time (RFC 6298). */
    private static final double GAIN = 1.0 / 8;

    private record Acknowledgement(long atNanos, long rttNanos) {}

    private final LinkPlan plan;
    private final RateTimeline timeline;
    private final Ticker ticker;
    private final ArrayDeque<Acknowledgement> coming = new ArrayDeque<>();
    private long idleFromNanos;
    private long flushedNanos = Long.MIN_VALUE;
    private double smoothedNanos = Double.NaN;

    public SimLink(LinkPlan plan, Ticker ticker) {
        this.plan = plan;
        this.timeline = new RateTimeline(plan);
        this.ticker = ticker;
    }

    /** Sends so many bytes now; returns when the last of them arrives. */
    public long send(long bytes) {
        idleFromNanos = timeline.departure(Math.max(ticker.nanos(), idleFromNanos), bytes);
        return idleFromNanos + plan.rttNanos() / 2;
    }

    /** The sender has written all that it has: the last byte will be acknowledged, once for each moment. */
    public void flushed() {
        long now = ticker.nanos();
        if (now == flushedNanos) {
            return;
        }
        flushedNanos = now;
        long queued = Math.max(0, idleFromNanos - now);
        long bufferNanos = (long) (plan.bufferBytes() * 1e9 / plan.bytesPerSecond());
        coming.add(new Acknowledgement(
                Math.max(now, idleFromNanos) + plan.rttNanos(), plan.rttNanos() + Math.min(queued, bufferNanos)));
    }

    /** How long what is queued in buffer and socket still takes, in nanoseconds. */
    public long queuedNanos() {
        return Math.max(0, idleFromNanos - ticker.nanos());
    }

    @Override
    public @Nullable LinkReading read() {
        double rttMillis = rttMillis();
        return Double.isNaN(rttMillis) ? null : LinkReading.ofRtt(rttMillis);
    }

    /** The smoothed round-trip time in milliseconds, NaN before the first acknowledgement. */
    public double rttMillis() {
        long now = ticker.nanos();
        for (Acknowledgement next = coming.peekFirst();
                next != null && next.atNanos() <= now;
                next = coming.peekFirst()) {
            coming.removeFirst();
            smoothedNanos = Double.isNaN(smoothedNanos)
                    ? next.rttNanos()
                    : smoothedNanos + GAIN * (next.rttNanos() - smoothedNanos);
        }
        return smoothedNanos * 1e-6;
    }

    @Override
    public String name() {
        return "simulated";
    }
}
