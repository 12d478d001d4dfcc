package dev.sluice.oracle;

import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.Ticker;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/**
 * How the network and the client treat markers: answered after a time, withheld for long, lost, forged. Knows what was
 * truly confirmed, so that it can say whether the engine believes more.
 */
final class ModelLink implements MarkerPort {

    /** What becomes of markers. */
    enum Treatment {
        /** The client answers each after some time. */
        ANSWERED,
        /** Nothing comes back; what is under way is late. */
        WITHHELD,
        /** Something in between swallows new ones. */
        LOST,
        /** None can be sent. */
        UNAVAILABLE
    }

    private static final int FOREIGN_ID = 12_345;

    private record Marker(int id, long bytesBefore, long answeredNanos) {}

    private final Ticker ticker;

    /** Whether forged answers hit markers that are under way: the client would lie for the sake of a test. */
    private final boolean forgesOutstanding;

    private final Deque<Marker> underWay = new ArrayDeque<>();
    private Treatment treatment = Treatment.UNAVAILABLE;
    private long delayNanos;
    private long lastAnswerNanos;
    private long written;
    private long confirmed;
    private int answered;
    private int newest;

    ModelLink(Ticker ticker, boolean forgesOutstanding) {
        this.ticker = ticker;
        this.forgesOutstanding = forgesOutstanding;
        this.lastAnswerNanos = ticker.nanos();
    }

    void treat(Step.Markers step) {
        treatment = Treatment.values()[step.treatment()];
        delayNanos = step.delayMillis() * 1_000_000L;
    }

    boolean isAnswering() {
        return treatment == Treatment.ANSWERED;
    }

    /** Counts what was written. */
    void written(long bytes) {
        written += bytes;
    }

    /** What the client has truly confirmed; all that was written while no markers could be sent counts as well. */
    long confirmed() {
        return confirmed;
    }

    @Override
    public void mark(int markerId) {
        newest = markerId;
        if (treatment != Treatment.LOST) {
            // In order, however the delay changes: TCP.
            long at = ticker.nanos() + delayNanos;
            lastAnswerNanos = at - lastAnswerNanos < 0 ? lastAnswerNanos : at;
            underWay.add(new Marker(markerId, written, lastAnswerNanos));
        }
    }

    @Override
    public boolean isAvailable() {
        if (treatment == Treatment.UNAVAILABLE) {
            confirmed = written;
            return false;
        }
        return true;
    }

    /** Gives the answers that have arrived. */
    void deliver(IntConsumer answers) {
        while (treatment != Treatment.WITHHELD
                && !underWay.isEmpty()
                && underWay.element().answeredNanos() - ticker.nanos() <= 0) {
            Marker marker = underWay.remove();
            confirmed = Math.max(confirmed, marker.bytesBefore());
            answered = marker.id();
            answers.accept(marker.id());
        }
    }

    /** Answers what nobody asked: repeated, never sent, foreign. */
    void forge(IntConsumer answers) {
        answers.accept(answered);
        answers.accept(newest + 1);
        answers.accept(FOREIGN_ID);
        answers.accept(Integer.MIN_VALUE);
        if (forgesOutstanding && !underWay.isEmpty()) {
            answers.accept(underWay.getLast().id());
        }
    }
}
