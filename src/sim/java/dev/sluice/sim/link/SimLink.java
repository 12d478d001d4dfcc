package dev.sluice.sim.link;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.Ticker;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A link with a first-in-first-out queue that drains at the link's rate. A byte arrives half a round-trip time after it
 * has left the queue. What does not fit into the bottleneck's buffer waits in the sender's socket: it arrives no later
 * for it, but its wait there is no part of the round-trip time that the sender sees. Nothing is lost, and no bytes are
 * added for headers. Reads as the sender's TCP would see it. Confined to one player's simulation.
 */
public final class SimLink implements LinkProbe {

    /** What one acknowledgement adds to the smoothed round-trip time (RFC 6298). */
    private static final double GAIN = 1.0 / 8;

    private static final long SEGMENT_BYTES = 1_448;

    /** Bytes that travel together and are acknowledged together. */
    private static final class Segment {
        private final long sentNanos;
        private long enteredNanos;
        private long acknowledgedNanos;
        private long bytes;

        private Segment(long sentNanos) {
            this.sentNanos = sentNanos;
        }
    }

    private final LinkPlan plan;
    private final RateTimeline timeline;
    private final Ticker ticker;
    private final ArrayDeque<Segment> underWay = new ArrayDeque<>();
    private long idleFromNanos;
    private long sentBytes;
    private long deliveredBytes;
    private double smoothedNanos;
    private double smallestNanos;
    private @Nullable SimLink before;

    public SimLink(LinkPlan plan, Ticker ticker) {
        this.plan = plan;
        this.timeline = new RateTimeline(plan);
        this.ticker = ticker;
        // The handshake has seen the path empty.
        this.smoothedNanos = plan.rttNanos();
        this.smallestNanos = plan.rttNanos();
    }

    /** What is sent from now on is sent over another link as well, which takes no time from this one. */
    void comesBy(SimLink other) {
        before = other;
    }

    /** Sends so many bytes now; returns when the last of them arrives. */
    public long send(long bytes) {
        long now = ticker.nanos();
        sentBytes += bytes;
        SimLink hop = before;
        if (hop != null) {
            hop.send(bytes);
        }
        for (long left = bytes; left > 0; ) {
            Segment segment = underWay.peekLast();
            if (segment == null || segment.sentNanos != now || segment.bytes >= SEGMENT_BYTES) {
                segment = new Segment(now);
                underWay.add(segment);
            }
            long part = Math.min(left, SEGMENT_BYTES - segment.bytes);
            idleFromNanos = timeline.departure(Math.max(now, idleFromNanos), part);
            segment.bytes += part;
            segment.enteredNanos = Math.max(now, idleFromNanos - bufferNanos());
            segment.acknowledgedNanos = idleFromNanos + plan.rttNanos();
            left -= part;
        }
        return idleFromNanos + plan.rttNanos() / 2;
    }

    private long bufferNanos() {
        return (long) (plan.bufferBytes() * 1e9 / timeline.rateAt(idleFromNanos));
    }

    /** How long what is queued in buffer and socket still takes, in nanoseconds. */
    public long queuedNanos() {
        return Math.max(0, idleFromNanos - ticker.nanos());
    }

    @Override
    public LinkReading read() {
        long now = ticker.nanos();
        acknowledge(now);
        long unsent = 0;
        for (Iterator<Segment> newest = underWay.descendingIterator(); newest.hasNext(); ) {
            Segment segment = newest.next();
            if (segment.enteredNanos <= now) {
                break;
            }
            unsent += segment.bytes;
        }
        return new LinkReading(
                smoothedNanos * 1e-6,
                smallestNanos * 1e-6,
                deliveredBytes,
                Double.NaN,
                false,
                unsent,
                sentBytes - deliveredBytes - unsent,
                LinkReading.UNSEEN);
    }

    private void acknowledge(long now) {
        for (Segment next = underWay.peekFirst();
                next != null && next.acknowledgedNanos <= now;
                next = underWay.peekFirst()) {
            underWay.removeFirst();
            deliveredBytes += next.bytes;
            double rtt = next.acknowledgedNanos - next.enteredNanos;
            smallestNanos = Math.min(smallestNanos, rtt);
            smoothedNanos += GAIN * (rtt - smoothedNanos);
        }
    }

    @Override
    public String name() {
        return "simulated";
    }
}
