package dev.sluice.sim.report;

import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What a simulation says. Times in milliseconds; NaN where there was nothing to measure.
 *
 * @param seconds that each player played
 * @param classes by class, the most urgent first
 * @param firstViewSeconds until a first view was delivered, over the players whose view was
 * @param playerIndex Jain's index over the players' rates while something was held
 * @param shareIndex the smallest of the players' indices over what their classes got of what guaranteed shares entitle to
 * @param smallestShare the smallest part of what it was entitled to that a class of some player got
 * @param utilisation the mean part of the budget that was written while something was held
 * @param chargedBytes written without the budget being asked
 * @param takenAlong messages that an immediate one took along
 * @param caps messages that a cap released
 */
public record SimReport(
        int players,
        double seconds,
        List<OfClass> classes,
        Percentiles firstViewSeconds,
        double playerIndex,
        double shareIndex,
        double smallestShare,
        double utilisation,
        long chargedBytes,
        long takenAlong,
        long caps) {

    /**
     * What was measured of one class.
     *
     * @param released packets written, held before or not
     * @param untilWritten from the offer of the oldest content to the write
     * @param untilDelivered from there to the arrival
     * @param oldestUnsent the age of the oldest content that was unsent, at each tick
     * @param queueTimeErrors predicted queue times less the real ones; none unless they were asked for
     * @param withheldErrors the same of state that an update interval withheld when it came
     */
    public record OfClass(
            String name,
            long released,
            long bytes,
            long held,
            long merged,
            long dropped,
            Percentiles untilWritten,
            Percentiles untilDelivered,
            Percentiles oldestUnsent,
            Errors queueTimeErrors,
            Errors withheldErrors) {}

    /**
     * Signed errors in milliseconds.
     *
     * @param within50 the part of at most 50 ms
     */
    public record Errors(long count, double p5, double p50, double p95, double within50) {
        static Errors of(SignedTally errors) {
            return new Errors(
                    errors.count(), errors.millisAt(5), errors.millisAt(50), errors.millisAt(95), errors.within(50));
        }
    }

    /** Percentiles of a distribution. */
    public record Percentiles(double p50, double p90, double p99, double p999, double max) {
        static Percentiles of(Histogram micros, double perUnit) {
            ToDoubleFunction<Double> at =
                    p -> micros.getTotalCount() == 0 ? Double.NaN : micros.getValueAtPercentile(p) / perUnit;
            return new Percentiles(
                    at.applyAsDouble(50.0),
                    at.applyAsDouble(90.0),
                    at.applyAsDouble(99.0),
                    at.applyAsDouble(99.9),
                    at.applyAsDouble(100.0));
        }
    }

    /** Sums up. */
    public static SimReport of(int players, double seconds, Tally tally, List<PlayerResult> results) {
        List<OfClass> classes = new ArrayList<>();
        for (MessagePriority messageClass : MessagePriority.values()) {
            ClassTally of = tally.of(messageClass);
            classes.add(new OfClass(
                    messageClass.name().toLowerCase(Locale.ROOT),
                    of.untilWritten.getTotalCount(),
                    of.bytes,
                    of.held,
                    of.merged,
                    of.dropped,
                    Percentiles.of(of.untilWritten, 1e3),
                    Percentiles.of(of.untilDelivered, 1e3),
                    Percentiles.of(of.oldestUnsent, 1e3),
                    Errors.of(of.queueTimeErrors),
                    Errors.of(of.withheldErrors)));
        }
        return new SimReport(
                players,
                seconds,
                classes,
                Percentiles.of(tally.firstView, 1e6),
                Jain.index(
                        results.stream().mapToDouble(PlayerResult::backlogRate).toArray()),
                smallest(results, PlayerResult::shareIndex),
                smallest(results, PlayerResult::smallestShare),
                results.stream()
                        .mapToDouble(PlayerResult::utilisation)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN),
                tally.charged,
                tally.takenAlong,
                tally.caps);
    }

    private static double smallest(List<PlayerResult> results, ToDoubleFunction<PlayerResult> of) {
        return results.stream().mapToDouble(of).filter(Double::isFinite).min().orElse(Double.NaN);
    }
}
