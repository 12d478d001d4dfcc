package dev.sluice.sim.links;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What a study says. NaN where there was nothing to measure.
 *
 * @param seconds that each player played
 * @param pushMegabits how fast the server hands out chunks: a faster link is never full
 * @param groups the links by what limits them and by what the server's transport sees
 * @param longestQueues the links with the longest queue while loading (its 99th percentile)
 * @param leastUsed the links that limit and were used least while chunks were held
 */
public record LinkReport(
        int links,
        double seconds,
        long seed,
        double pushMegabits,
        List<Group> groups,
        List<Odd> longestQueues,
        List<Odd> leastUsed) {

    private static final int ODD = 5;

    /**
     * Some links.
     *
     * @param toFind how many had a backlog for long enough to find the rate
     * @param found seconds until the budget was near the link's rate, over those that found it
     * @param foundWithin5s the part that found it in five seconds
     * @param stepped how many had a backlog for long enough after a step of the rate
     * @param foundAgain seconds from a step until the budget was near the new rate
     * @param foundAgainWithin3s the part of those that found it in three seconds
     * @param swing the budget's coefficient of variation over three seconds of backlog
     * @param queueLoading the queue on the link in milliseconds while the first view loads
     * @param queueAfter the same afterwards
     * @param utilisation the part of the time with a backlog in which the link was busy
     */
    public record Group(
            String name,
            int links,
            int toFind,
            int neverFound,
            Quantiles found,
            double foundWithin5s,
            int stepped,
            int neverFoundAgain,
            Quantiles foundAgain,
            double foundAgainWithin3s,
            Quantiles swing,
            Quantiles queueLoading,
            Quantiles queueAfter,
            Quantiles utilisation,
            Quantiles backloggedSeconds) {}

    /** Quantiles of some figures. */
    public record Quantiles(int count, double p5, double p50, double p95, double p99, double max) {

        static Quantiles of(double... unsorted) {
            double[] sorted = Arrays.stream(unsorted).sorted().toArray();
            return new Quantiles(
                    sorted.length,
                    at(sorted, 0.05),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1));
        }

        static Quantiles of(Histogram micros) {
            return new Quantiles(
                    (int) Math.min(Integer.MAX_VALUE, micros.getTotalCount()),
                    millis(micros, 5),
                    millis(micros, 50),
                    millis(micros, 95),
                    millis(micros, 99),
                    millis(micros, 100));
        }

        private static double at(double[] sorted, double share) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
        }

        private static double millis(Histogram micros, double percentile) {
            return micros.getTotalCount() == 0 ? Double.NaN : micros.getValueAtPercentile(percentile) * 1e-3;
        }
    }

    /** One link that stands out. */
    public record Odd(
            int index,
            double megabits,
            double rttMillis,
            double bufferKilobytes,
            boolean proxied,
            double stepSeconds,
            double stepMegabits,
            double foundSeconds,
            double queueP99Millis,
            double utilisation) {

        static Odd of(LinkResult result) {
            AccessLink link = result.link();
            boolean steps = link.stepNanos() != Long.MAX_VALUE;
            return new Odd(
                    result.index(),
                    link.plan().bytesPerSecond() / 125_000.0,
                    link.plan().rttNanos() * 1e-6,
                    link.plan().bufferBytes() * 1e-3,
                    link.proxied(),
                    steps ? link.stepNanos() * 1e-9 : Double.NaN,
                    steps ? link.rateAt(link.stepNanos()) / 125_000.0 : Double.NaN,
                    result.foundSeconds(),
                    result.loadingMillis(99),
                    result.utilisation());
        }
    }

    static LinkReport of(LinksPlan plan, List<LinkResult> results) {
        return new LinkReport(
                plan.links(),
                plan.nanos() * 1e-9,
                plan.seed(),
                plan.pushBytesPerSecond() / 125_000,
                List.of(
                        group(
                                "full, seen directly",
                                results,
                                r -> r.limited() && !r.link().proxied()),
                        group(
                                "full, behind a proxy",
                                results,
                                r -> r.limited() && r.link().proxied()),
                        group(
                                "never full, seen directly",
                                results,
                                r -> !r.limited() && !r.link().proxied()),
                        group(
                                "never full, behind a proxy",
                                results,
                                r -> !r.limited() && r.link().proxied())),
                odd(results, r -> -r.loadingMillis(99), r -> true),
                odd(results, LinkResult::utilisation, LinkResult::limited));
    }

    private static List<Odd> odd(
            List<LinkResult> results, ToDoubleFunction<LinkResult> by, Predicate<LinkResult> which) {
        return results.stream()
                .filter(which)
                .sorted(Comparator.comparingDouble(by))
                .limit(ODD)
                .map(Odd::of)
                .toList();
    }

    private static Group group(String name, List<LinkResult> all, Predicate<LinkResult> which) {
        List<LinkResult> of = all.stream().filter(which).toList();
        double[] found = told(of, LinkResult::foundSeconds);
        double[] again = told(of, LinkResult::foundAgainSeconds);
        return new Group(
                name,
                of.size(),
                found.length,
                never(found),
                finite(found),
                within(found, 5),
                again.length,
                never(again),
                finite(again),
                within(again, 3),
                Quantiles.of(of.stream()
                        .flatMap(result -> result.swings().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                Quantiles.of(sum(of, LinkResult::loading)),
                Quantiles.of(sum(of, LinkResult::after)),
                Quantiles.of(told(of, LinkResult::utilisation)),
                Quantiles.of(told(of, LinkResult::backloggedSeconds)));
    }

    private static double[] told(List<LinkResult> of, ToDoubleFunction<LinkResult> what) {
        return of.stream().mapToDouble(what).filter(x -> !Double.isNaN(x)).toArray();
    }

    private static int never(double... seconds) {
        return (int) Arrays.stream(seconds).filter(Double::isInfinite).count();
    }

    private static Quantiles finite(double... seconds) {
        return Quantiles.of(Arrays.stream(seconds).filter(Double::isFinite).toArray());
    }

    private static double within(double[] seconds, double limit) {
        return Arrays.stream(seconds).map(x -> x <= limit ? 1 : 0).average().orElse(Double.NaN);
    }

    private static Histogram sum(List<LinkResult> of, Function<LinkResult, Histogram> which) {
        Histogram sum = LinkWatch.histogram();
        of.forEach(result -> sum.add(which.apply(result)));
        return sum;
    }
}
