package dev.sluice.sim.report;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.sim.SimPacket;
import java.util.Arrays;

/**
 * How fairly a session divides what its budget releases, over every window of half a second in which something that could
 * have been sent was left over at the end of each tick.
 *
 * <p>In a window a class wanted what it was sent, what of it was left over at the end, and what was merged into something that
 * could have been sent before. It was entitled to what generalized processor sharing, the fluid form of fair queueing (Parekh
 * and Gallager 1993), makes of that: the weighted max-min fair part of all that was released, at most what it wanted. Over all
 * windows it got this part of it: the sum of the smaller of what it was sent and what it was entitled to, by the sum of what
 * it was entitled to. Jain's index goes over these parts, as Jain, Chiu and Hawe (1984) have it where users have different
 * rights: each is measured by its own, and more than that is no merit. What the shares do not promise to any class competes as
 * one more that always wants more, so that whoever is sent it takes nothing from the others.
 *
 * <p>Left over is what has waited for longer than the largest message takes at the budget's rate: since a message goes as a
 * whole, no order keeps closer to the fluid one than that. Entity state must also have waited for longer than any update
 * interval withholds it. What is below 1 even so is that the ends of a window cut messages. What waits for another packet is
 * not left over, nor what was dropped. While the link stalls there is no window. Confined to one player's simulation.
 */
final class FairnessMeter {

    private static final MessagePriority[] CLASSES = MessagePriority.values();
    private static final int WINDOW_TICKS = 10;

    /** A class that wanted something in fewer windows (five seconds) is not compared: a single packet would decide. */
    private static final int COMPARED_WINDOWS = 100;

    /** The longest interval by round-trip time or while the link is full, in ticks. */
    private static final int LONGEST_INTERVAL = 4;

    private final double[] shares = new double[CLASSES.length];
    private final double unpromised;
    private final double nanosPerByte;
    private final long longestIntervalNanos;
    private final SendableBacklog[] backlogs = new SendableBacklog[CLASSES.length];

    /** What was released of each class since the start: now, and at the end of each of the last ticks. */
    private final long[] released = new long[CLASSES.length];

    private final long[][] releasedAtTick = new long[WINDOW_TICKS][CLASSES.length];

    /** The same of what was merged into what could have been sent before. */
    private final long[] merged = new long[CLASSES.length];

    private final long[][] mergedAtTick = new long[WINDOW_TICKS][CLASSES.length];

    /** So many ticks in a row have left something over. */
    private int backloggedTicks;

    private long largestMessage;
    private final int[] windows = new int[CLASSES.length];
    private final double[] got = new double[CLASSES.length];
    private final double[] entitled = new double[CLASSES.length];

    /** @param promised whose shares count */
    FairnessMeter(EngineConfig promised) {
        for (int i = 0; i < CLASSES.length; i++) {
            shares[i] = promised.shares().getOrDefault(CLASSES[i], 0.0);
            backlogs[i] = new SendableBacklog();
        }
        unpromised = Math.max(0, 1 - Arrays.stream(shares).sum());
        nanosPerByte = 1e9 / promised.bandwidth().maxBytesPerSecond();
        int interval = Math.max(LONGEST_INTERVAL, promised.profile().entityIntervalAt(Double.MAX_VALUE));
        longestIntervalNanos = interval * promised.bandwidth().tickNanos();
    }

    /** A packet starts to wait for the budget alone. */
    void starts(SimPacket packet) {
        backlogs[packet.messageClass().ordinal()].starts(packet);
    }

    /** Such a packet waits no longer. */
    void ends(SimPacket packet) {
        backlogs[packet.messageClass().ordinal()].ends(packet);
    }

    /** A packet is let go unwritten since a newer one says what it said as well. */
    void merges(SimPacket older, SimPacket newer) {
        int of = older.messageClass().ordinal();
        merged[of] += older.isFree() && backlogs[of].counts(older) ? newer.wireBytes() : 0;
    }

    /** The budget has paid for a packet. */
    void released(MessagePriority messageClass, long bytes) {
        released[messageClass.ordinal()] += bytes;
        largestMessage = Math.max(largestMessage, bytes);
    }

    /**
     * A tick ends, before the next one offers anything.
     *
     * @param stalled whether chunks and entity state pause since the client does not answer
     */
    void tickEnded(long nowNanos, boolean stalled) {
        long[] leftOver = new long[CLASSES.length];
        boolean backlogged = false;
        for (int i = 0; i < CLASSES.length; i++) {
            leftOver[i] = backlogs[i].bytesSince(nowNanos - excusedNanos(CLASSES[i]));
            backlogged |= leftOver[i] > 0;
        }
        if (!backlogged || stalled) {
            backloggedTicks = 0;
            return;
        }
        int oldest = backloggedTicks % WINDOW_TICKS;
        if (backloggedTicks >= WINDOW_TICKS) {
            addWindow(releasedAtTick[oldest], mergedAtTick[oldest], leftOver);
        }
        System.arraycopy(released, 0, releasedAtTick[oldest], 0, released.length);
        System.arraycopy(merged, 0, mergedAtTick[oldest], 0, merged.length);
        backloggedTicks++;
    }

    /** For how long something may wait before it counts as left over. */
    private long excusedNanos(MessagePriority messageClass) {
        long largestNanos = (long) (largestMessage * nanosPerByte);
        return messageClass == MessagePriority.NEARBY_ENTITIES
                ? Math.max(largestNanos, longestIntervalNanos)
                : largestNanos;
    }

    private void addWindow(long[] releasedBefore, long[] mergedBefore, long[] leftOver) {
        double[] sent = new double[CLASSES.length];
        double[] wanted = new double[CLASSES.length];
        for (int i = 0; i < CLASSES.length; i++) {
            sent[i] = released[i] - releasedBefore[i];
            wanted[i] = sent[i] + leftOver[i] + merged[i] - mergedBefore[i];
        }
        double[] fair = WeightedShares.of(Arrays.stream(sent).sum(), wanted, shares, unpromised);
        if (Arrays.stream(fair).filter(part -> part > 0).count() < 2) {
            // Nobody to compare with.
            return;
        }
        for (int i = 0; i < CLASSES.length; i++) {
            windows[i] += fair[i] > 0 ? 1 : 0;
            got[i] += Math.min(sent[i], fair[i]);
            entitled[i] += fair[i];
        }
    }

    /** What each class got of what it was entitled to, at most all of it; NaN for one that is not compared. */
    private double[] parts() {
        double[] parts = new double[CLASSES.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = windows[i] >= COMPARED_WINDOWS ? got[i] / entitled[i] : Double.NaN;
        }
        return parts;
    }

    /** Jain's index over the classes' parts; NaN if none is compared. */
    double index() {
        return Jain.index(parts());
    }

    /** The smallest part; NaN if none is compared. */
    double smallestPart() {
        return Arrays.stream(parts()).filter(Double::isFinite).min().orElse(Double.NaN);
    }
}
