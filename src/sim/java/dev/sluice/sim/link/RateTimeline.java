package dev.sluice.sim.link;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A link's rate over time: pieces of constant rate, of which the last never ends. Immutable. */
final class RateTimeline {

    private final long[] startNanos;
    private final double[] bytesPerNano;

    RateTimeline(LinkPlan plan) {
        TreeSet<Long> starts = new TreeSet<>(List.of(0L));
        plan.steps().forEach(step -> starts.add(step.atNanos()));
        plan.stalls().forEach(stall -> {
            starts.add(stall.atNanos());
            starts.add(stall.atNanos() + stall.nanos());
        });
        startNanos = starts.stream().mapToLong(Long::longValue).toArray();
        bytesPerNano = Arrays.stream(startNanos)
                .mapToDouble(start -> rateAt(plan, start) * 1e-9)
                .toArray();
    }

    private static double rateAt(LinkPlan plan, long nanos) {
        boolean stalled = plan.stalls().stream()
                .anyMatch(stall -> stall.atNanos() <= nanos && nanos < stall.atNanos() + stall.nanos());
        if (stalled) {
            return 0;
        }
        return plan.steps().stream()
                .filter(step -> step.atNanos() <= nanos)
                .max(Comparator.comparingLong(LinkPlan.Step::atNanos))
                .map(LinkPlan.Step::bytesPerSecond)
                .orElse(plan.bytesPerSecond());
    }

    /** When the last of so many bytes has left, if the first starts now. */
    long departure(long fromNanos, long bytes) {
        double left = bytes;
        double now = fromNanos;
        for (int piece = pieceAt(fromNanos); ; piece++) {
            double end = piece + 1 < startNanos.length ? startNanos[piece + 1] : Double.POSITIVE_INFINITY;
            double possible = bytesPerNano[piece] == 0 ? 0 : (end - now) * bytesPerNano[piece];
            if (left <= possible) {
                return (long) Math.ceil(now + left / bytesPerNano[piece]);
            }
            left -= possible;
            now = end;
        }
    }

    /** The rate at a time in bytes a second; during a stall, the one before it. */
    double rateAt(long nanos) {
        int piece = pieceAt(nanos);
        while (piece > 0 && bytesPerNano[piece] == 0) {
            piece--;
        }
        return bytesPerNano[piece] * 1e9;
    }

    private int pieceAt(long nanos) {
        int found = Arrays.binarySearch(startNanos, nanos);
        return found >= 0 ? found : -found - 2;
    }
}
