package dev.sluice.sim.report;

import org.HdrHistogram.Histogram;

/** A distribution of times that may be negative, in microseconds, kept to three digits. Confined to one thread. */
final class SignedTally {

    private final Histogram over = new Histogram(ClassTally.MAX_MICROS, ClassTally.DIGITS);

    /** By how much values are below zero. */
    private final Histogram under = new Histogram(ClassTally.MAX_MICROS, ClassTally.DIGITS);

    void record(long nanos) {
        ClassTally.record(nanos < 0 ? under : over, Math.abs(nanos));
    }

    void add(SignedTally other) {
        over.add(other.over);
        under.add(other.under);
    }

    long count() {
        return under.getTotalCount() + over.getTotalCount();
    }

    /** A percentile in milliseconds; NaN if there is nothing. */
    double millisAt(double percent) {
        long below = under.getTotalCount();
        long above = over.getTotalCount();
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * count()));
        if (count() == 0) {
            return Double.NaN;
        }
        return rank <= below
                ? -under.getValueAtPercentile(100.0 * (below - rank + 1) / below) / 1e3
                : over.getValueAtPercentile(100.0 * (rank - below) / above) / 1e3;
    }

    /** The part that is at most so far from zero; NaN if there is nothing. */
    double within(double millis) {
        long most = Math.round(millis * 1e3);
        return (double) (under.getCountBetweenValues(0, most) + over.getCountBetweenValues(0, most)) / count();
    }
}
