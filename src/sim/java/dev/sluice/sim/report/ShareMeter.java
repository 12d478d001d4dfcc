package dev.sluice.sim.report;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.Arrays;
import java.util.Map;

/**
 * How a session divides its budget. A tick counts for a class if the class had something to send from its beginning to
 * its end, and counts at all if two classes had. A class is compared once its share of what was released in such ticks
 * is several of its largest messages: before that, whether one more fits decides. Confined to one player's simulation.
 */
final class ShareMeter {

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    /** The share in bytes from which on a class is compared. */
    private static final double COMPARED_BYTES = 100_000;

    private final Map<MessagePriority, Double> shares;
    private final double bytesPerSecond;
    private final int[] waiting = new int[CLASSES.length];
    private final long[] tickBytes = new long[CLASSES.length];
    private final boolean[] throughout = new boolean[CLASSES.length];
    private final double[] got = new double[CLASSES.length];
    private final double[] entitled = new double[CLASSES.length];
    private long tickAllBytes;
    private long tickStartNanos;
    private double backlogSeconds;
    private double backlogBudgetedBytes;
    private double backlogAllBytes;

    ShareMeter(EngineConfig config) {
        shares = config.shares();
        bytesPerSecond = config.bandwidth().maxBytesPerSecond();
    }

    void starts(MessagePriority messageClass) {
        waiting[messageClass.ordinal()]++;
    }

    void ends(MessagePriority messageClass) {
        if (--waiting[messageClass.ordinal()] == 0) {
            throughout[messageClass.ordinal()] = false;
        }
    }

    void budgeted(MessagePriority messageClass, long bytes) {
        tickBytes[messageClass.ordinal()] += bytes;
        tickAllBytes += bytes;
    }

    void charged(long bytes) {
        tickAllBytes += bytes;
    }

    /**
     * Ends a tick.
     *
     * @param entitiesWithheld whether update intervals may have withheld entity state in it: it does not count then
     */
    void tick(long nowNanos, boolean entitiesWithheld) {
        throughout[MessagePriority.NEARBY_ENTITIES.ordinal()] &= !entitiesWithheld;
        boolean backlogged = false;
        long released = 0;
        for (int i = 0; i < CLASSES.length; i++) {
            backlogged |= throughout[i];
            released += tickBytes[i];
        }
        if (backlogged) {
            backlogSeconds += (nowNanos - tickStartNanos) * 1e-9;
            backlogBudgetedBytes += released;
            backlogAllBytes += tickAllBytes;
            addShares(released);
        }
        for (int i = 0; i < CLASSES.length; i++) {
            throughout[i] = waiting[i] > 0;
            tickBytes[i] = 0;
        }
        tickAllBytes = 0;
        tickStartNanos = nowNanos;
    }

    private void addShares(long released) {
        int compared = 0;
        for (int i = 0; i < CLASSES.length; i++) {
            compared += throughout[i] && shareOf(i) > 0 ? 1 : 0;
        }
        if (compared < 2) {
            return;
        }
        for (int i = 0; i < CLASSES.length; i++) {
            if (throughout[i]) {
                got[i] += tickBytes[i];
                entitled[i] += shareOf(i) * released;
            }
        }
    }

    private double shareOf(int index) {
        return shares.getOrDefault(CLASSES[index], 0.0);
    }

    PlayerResult result() {
        double[] parts = new double[CLASSES.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = entitled[i] >= COMPARED_BYTES ? Math.min(1, got[i] / entitled[i]) : Double.NaN;
        }
        return new PlayerResult(
                backlogSeconds > 0 ? backlogBudgetedBytes / backlogSeconds : Double.NaN,
                backlogSeconds > 0 ? backlogAllBytes / (backlogSeconds * bytesPerSecond) : Double.NaN,
                Jain.index(parts),
                Arrays.stream(parts).filter(Double::isFinite).min().orElse(Double.NaN));
    }
}
