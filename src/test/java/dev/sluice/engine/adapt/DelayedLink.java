package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * A link that is looked at every 10 ms, over which 1250 bytes are sent each time: the transport confirms them after one time,
 * the client answers after another.
 */
final class DelayedLink {

    static final long BYTES_PER_LOOK = 1_250;
    static final double BYTES_PER_SECOND = 125_000;
    private static final long MILLI = 1_000_000L;
    private static final long LOOK_NANOS = 10 * MILLI;

    private record Marker(int id, long sentNanos) {}

    private record Write(long nanos, long bytes) {}

    private final Deque<Marker> markers = new ArrayDeque<>();
    private final Deque<Write> writes = new ArrayDeque<>();
    final SettableProbe transport = new SettableProbe();
    final DeliveryTracker delivery = new DeliveryTracker(
            new MarkerPort() {
                @Override
                public void mark(int markerId) {
                    markers.add(new Marker(markerId, now));
                }

                @Override
                public boolean isAvailable() {
                    return true;
                }
            },
            new MarkerIds(new SplittableRandom(1)),
            1_000,
            0);

    long now;
    long written;
    long delivered;

    /** How long the transport takes to confirm, and how long the client to answer; negative for never. */
    int transportMillis = 1;

    int clientMillis = 1;

    int mostAnswersPerLook = Integer.MAX_VALUE;

    /** What is new was written just after the look before. */
    void run(int millis, LongConsumer looker) {
        for (long end = now + millis * MILLI; now < end; ) {
            written += BYTES_PER_LOOK;
            writes.add(new Write(now, BYTES_PER_LOOK));
            delivery.written(BYTES_PER_LOOK, false);
            // One write is always under way, so that the path is never idle.
            look(1, looker);
        }
    }

    /** Nothing is written, and all arrives that was. */
    void idle(int millis, LongConsumer looker) {
        for (long end = now + millis * MILLI; now < end; ) {
            look(0, looker);
        }
    }

    /** Answers have come since the look before. */
    private void look(int writesUnderWay, LongConsumer looker) {
        now += LOOK_NANOS;
        long answerNanos = clientMillis * MILLI;
        for (int i = 0; clientMillis >= 0 && i < mostAnswersPerLook; i++) {
            if (markers.isEmpty() || markers.element().sentNanos() + answerNanos > now) {
                break;
            }
            Marker marker = markers.remove();
            delivery.confirmed(marker.id(), Math.max(now - LOOK_NANOS, marker.sentNanos() + answerNanos));
        }
        if (transportMillis >= 0) {
            while (writes.size() > writesUnderWay && writes.element().nanos() + transportMillis * MILLI <= now) {
                delivered += writes.remove().bytes();
            }
            transport.reading = new LinkReading(
                    transportMillis, Double.NaN, delivered, Double.NaN, false, 0, written - delivered, 0);
        }
        delivery.tick(now);
        looker.accept(now);
    }
}
