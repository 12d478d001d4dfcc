package dev.sluice.engine.adapt;

import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** A link of some rate and round trip, which can stand still; answers markers after the time that it takes. */
public final class SimulatedLink implements MarkerPort {

    private record Marker(int id, long answeredNanos) {}

    private final LongSupplier clock;
    private final long bytesPerSecond;
    private final long rttNanos;
    private final Deque<Marker> underWay = new ArrayDeque<>();
    private long busyNanos;
    private long stallNanos;
    public boolean stalled;
    public boolean available = true;
    public int marks;

    public SimulatedLink(LongSupplier clock, long bytesPerSecond, long rttMillis) {
        this.clock = clock;
        this.bytesPerSecond = bytesPerSecond;
        this.rttNanos = rttMillis * 1_000_000;
    }

    /** Bytes enter the buffer. */
    public void carry(long bytes) {
        busyNanos = Math.max(busyNanos, elapsed()) + bytes * 1_000_000_000L / bytesPerSecond;
    }

    @Override
    public void mark(int markerId) {
        marks++;
        underWay.add(new Marker(markerId, Math.max(busyNanos, elapsed()) + rttNanos));
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    /** Delivers the answers that have arrived; while it stands still, all that is under way is late by that time. */
    public void deliver(long stepNanos, IntConsumer answers) {
        if (stalled) {
            stallNanos += stepNanos;
            return;
        }
        while (!underWay.isEmpty() && underWay.element().answeredNanos() <= elapsed()) {
            answers.accept(underWay.remove().id());
        }
    }

    private long elapsed() {
        return clock.getAsLong() - stallNanos;
    }
}
