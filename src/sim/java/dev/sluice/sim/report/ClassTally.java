package dev.sluice.sim.report;

import org.HdrHistogram.Histogram;

/** What was measured of one class. Times in microseconds, kept to three digits. Confined to one thread. */
final class ClassTally {

    static final long MAX_MICROS = 3_600_000_000L;
    static final int DIGITS = 3;

    final Histogram untilWritten = new Histogram(MAX_MICROS, DIGITS);
    final Histogram untilDelivered = new Histogram(MAX_MICROS, DIGITS);

    /** The age of the oldest that was unsent, at each tick; 0 when nothing was. */
    final Histogram oldestUnsent = new Histogram(MAX_MICROS, DIGITS);

    /** Predicted queue times less the real ones. */
    final SignedTally queueTimeErrors = new SignedTally();

    /** The same of state that an update interval withheld. */
    final SignedTally withheldErrors = new SignedTally();

    long merged;
    long dropped;
    long held;
    long bytes;

    void add(ClassTally other) {
        untilWritten.add(other.untilWritten);
        untilDelivered.add(other.untilDelivered);
        oldestUnsent.add(other.oldestUnsent);
        queueTimeErrors.add(other.queueTimeErrors);
        withheldErrors.add(other.withheldErrors);
        merged += other.merged;
        dropped += other.dropped;
        held += other.held;
        bytes += other.bytes;
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, MAX_MICROS));
    }
}
