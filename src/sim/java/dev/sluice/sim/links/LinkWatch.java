package dev.sluice.sim.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Measures one player's link, looked at every 10 ms. The budget is taken for found once its mean over half a second of
 * backlog is within a tenth of the link's rate; from a second after that on it is watched for swinging, three seconds of
 * backlog at a time. Confined to one player's simulation.
 */
final class LinkWatch {

    static final long EVERY_NANOS = 10_000_000L;

    private static final double NEAR = 0.1;
    private static final int FOUND_LOOKS = 50;
    private static final int SETTLING_LOOKS = 100;
    private static final int SWING_LOOKS = 300;

    /** Whoever has had so long with a backlog and has not found the rate, never did. */
    private static final double CHANCE_SECONDS = 3;

    private final AccessLink link;
    private final Histogram loading = histogram();
    private final Histogram after = histogram();
    private final List<Double> swings = new ArrayList<>();
    private final double[] recent = new double[SWING_LOOKS];
    private int recentLooks;
    private int settledLooks;

    private boolean stepped;
    private double found = Double.NaN;
    private double foundAgain = Double.NaN;
    private int backloggedLooks;
    private int backloggedSinceStep;
    private int busyLooks;

    LinkWatch(AccessLink link) {
        this.link = link;
    }

    static Histogram histogram() {
        return new Histogram(600_000_000L, 2);
    }

    /**
     * Looks.
     *
     * @param queuedNanos how long what is queued on the link still takes
     * @param loads whether the first view is still loading
     */
    void look(long nowNanos, long queuedNanos, double budget, boolean backlogged, boolean loads) {
        (loads ? loading : after).recordValue(Math.min(queuedNanos / 1_000, 600_000_000L));
        if (!stepped && nowNanos >= link.stepNanos()) {
            stepped = true;
            restart();
        }
        if (!backlogged) {
            recentLooks = 0;
            return;
        }
        backloggedLooks++;
        backloggedSinceStep += stepped ? 1 : 0;
        busyLooks += queuedNanos > 0 ? 1 : 0;
        recent[recentLooks++ % SWING_LOOKS] = budget / link.rateAt(nowNanos);
        if (settledLooks == 0) {
            find(nowNanos);
        } else if (++settledLooks == SETTLING_LOOKS) {
            recentLooks = 0;
        } else if (settledLooks > SETTLING_LOOKS && recentLooks == SWING_LOOKS) {
            swings.add(variation());
            recentLooks = 0;
        }
    }

    private void restart() {
        recentLooks = 0;
        settledLooks = 0;
    }

    private void find(long nowNanos) {
        if (recentLooks < FOUND_LOOKS) {
            return;
        }
        double sum = 0;
        for (int i = recentLooks - FOUND_LOOKS; i < recentLooks; i++) {
            sum += recent[i % SWING_LOOKS];
        }
        if (Math.abs(sum / FOUND_LOOKS - 1) > NEAR) {
            return;
        }
        settledLooks = 1;
        if (stepped) {
            foundAgain = (nowNanos - link.stepNanos()) * 1e-9;
        } else {
            found = nowNanos * 1e-9;
        }
    }

    private double variation() {
        double mean = Arrays.stream(recent).average().orElse(Double.NaN);
        double squares = Arrays.stream(recent)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(squares) / mean;
    }

    /** @param limited whether the link, before and after a step, is slower than what the server sends */
    LinkResult result(int index, boolean limited) {
        double seconds = EVERY_NANOS * 1e-9;
        double before = (backloggedLooks - backloggedSinceStep) * seconds;
        return new LinkResult(
                index,
                link,
                limited,
                orNever(found, before),
                stepped ? orNever(foundAgain, backloggedSinceStep * seconds) : Double.NaN,
                List.copyOf(swings),
                loading,
                after,
                backloggedLooks * seconds,
                backloggedLooks == 0 ? Double.NaN : (double) busyLooks / backloggedLooks);
    }

    private static double orNever(double seconds, double backloggedSeconds) {
        return Double.isNaN(seconds) && backloggedSeconds >= CHANCE_SECONDS ? Double.POSITIVE_INFINITY : seconds;
    }
}
