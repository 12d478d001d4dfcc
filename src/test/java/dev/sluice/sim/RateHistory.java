package dev.sluice.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a rate that changes allows for, in bytes from the beginning on. */
final class RateHistory {

    private record Change(long nanos, long bytesPerSecond) {}

    private final List<Change> changes = new ArrayList<>();

    RateHistory(long bytesPerSecond) {
        change(0, bytesPerSecond);
    }

    /** What a rate that never changes allows for. */
    static ToDoubleFunction<Long> at(long bytesPerSecond) {
        return nanos -> nanos * 1e-9 * bytesPerSecond;
    }

    void change(long nanos, long bytesPerSecond) {
        changes.add(new Change(nanos, bytesPerSecond));
    }

    double allowed(long nanos) {
        double allowed = 0;
        long end = nanos;
        for (Change change : changes.reversed()) {
            if (change.nanos() < end) {
                allowed += (end - change.nanos()) * 1e-9 * change.bytesPerSecond();
                end = change.nanos();
            }
        }
        return allowed;
    }
}
