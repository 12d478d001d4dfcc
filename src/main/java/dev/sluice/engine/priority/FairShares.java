package dev.sluice.engine.priority;

import java.util.Arrays;
import java.util.Map;

/**
 * Start-time fair queueing (Goyal, Vin and Cheng, 1996) over the six classes with their guaranteed shares and a seventh
 * lane of what the shares leave over: the backlogged lane whose next byte starts first in virtual time is served, so that
 * two backlogged lanes never differ from their shares by more than one message each. A lane that was idle saves up
 * nothing, and its first message goes before the backlog of a lane that was just served. What a lane was sent counts until all has
 * been sent or the lane has no weight, and at no smaller weight than the lane has now. Confined to the client's thread.
 */
final class FairShares {

    /** The lane of what is left over. */
    static final int LEFTOVER = MessagePriority.values().length;

    static final int NONE = -1;

    /** What the left-over lane gets at least, so that overdue messages always move. */
    private static final double MIN_LEFTOVER = 0.05;

    /** What chunks get of all at least while the ones around the player are missing (H11): over three quarters. */
    private static final double RING_SHARE = 0.755;

    /** What the other classes and the left-over lane have together meanwhile. */
    private static final double RING_REST = 0.025;

    private static final int CHUNKS = MessagePriority.CHUNK_DATA.ordinal();
    private static final int ENTITIES = MessagePriority.NEARBY_ENTITIES.ordinal();
    private static final int CHAT = MessagePriority.CHAT.ordinal();

    private final double[] shares = new double[LEFTOVER + 1];
    private final double[] ringShares = new double[LEFTOVER + 1];
    private double[] weights = shares;
    private boolean ringFavoured;

    /** Where each backlogged lane's next message starts in virtual time; kept while it is idle. */
    private final double[] start = new double[LEFTOVER + 1];

    /** A bit for each backlogged lane. */
    private int backlogged;

    private double virtualTime;

    FairShares(Map<MessagePriority, Double> shares) {
        reconfigure(shares);
    }

    void reconfigure(Map<MessagePriority, Double> newShares) {
        double[] before = weights.clone();
        double sum = 0;
        for (MessagePriority messageClass : MessagePriority.values()) {
            double share = newShares.getOrDefault(messageClass, 0.0);
            shares[messageClass.ordinal()] = share;
            sum += share;
        }
        shares[LEFTOVER] = Math.max(MIN_LEFTOVER, 1 - sum);
        setRingShares();
        reweigh(before);
    }

    /**
     * What was sent with a smaller weight counts as sent with the present one, or a lane would pay for a message of the ring for seconds
     * after it. A lane that had no weight and has one now neither saved up anything meanwhile nor owes for what it was sent before:
     * there is no weight any more at which that would count.
     */
    private void reweigh(double[] before) {
        for (int lane = 0; lane <= LEFTOVER; lane++) {
            double ahead = start[lane] - virtualTime;
            if (before[lane] == 0) {
                start[lane] = virtualTime;
            } else if (ahead > 0 && weights[lane] > before[lane]) {
                start[lane] = virtualTime + ahead * before[lane] / weights[lane];
            }
        }
    }

    /**
     * While the ring is missing entity state and chat keep their shares, reduced in proportion only where these do not
     * fit beside three quarters; what they and a small rest for the other lanes leave of all is the chunks'.
     */
    private void setRingShares() {
        double kept = shares[ENTITIES] + shares[CHAT];
        double fitting = Math.min(1, (1 - RING_SHARE - RING_REST) / kept);
        double rest = 0;
        for (int lane = 0; lane <= LEFTOVER; lane++) {
            rest += lane == CHUNKS || lane == ENTITIES || lane == CHAT ? 0 : shares[lane];
        }
        for (int lane = 0; lane <= LEFTOVER; lane++) {
            if (lane == CHUNKS) {
                ringShares[lane] = 1 - RING_REST - fitting * kept;
            } else if (lane == ENTITIES || lane == CHAT) {
                ringShares[lane] = fitting * shares[lane];
            } else {
                ringShares[lane] = RING_REST * shares[lane] / rest;
            }
        }
    }

    /** Becomes what another one is now. */
    void copy(FairShares of) {
        System.arraycopy(of.shares, 0, shares, 0, shares.length);
        System.arraycopy(of.ringShares, 0, ringShares, 0, ringShares.length);
        System.arraycopy(of.start, 0, start, 0, start.length);
        virtualTime = of.virtualTime;
        ringFavoured = of.ringFavoured;
        weights = ringFavoured ? ringShares : shares;
        backlogged = of.backlogged;
    }

    /** Raises the chunks' share, or ends that. */
    void favourRing(boolean ringIsMissing) {
        if (ringFavoured == ringIsMissing) {
            return;
        }
        double[] before = weights;
        ringFavoured = ringIsMissing;
        weights = ringIsMissing ? ringShares : shares;
        reweigh(before);
    }

    /** Whether the chunks' share is raised. */
    boolean isRingFavoured() {
        return ringFavoured;
    }

    /** Says which lanes have something to send, a bit each; those of the classes without a share do not count. */
    void backlogged(int lanes) {
        if (lanes == 0) {
            endBusyPeriod();
        }
        int newly = lanes & ~backlogged;
        for (int lane = 0; newly != 0; lane++, newly >>>= 1) {
            if ((newly & 1) != 0) {
                start[lane] = Math.max(virtualTime, start[lane]);
            }
        }
        backlogged = lanes;
    }

    /**
     * Nothing is left: what was sent before is no reason to make anybody wait later (start-time fair queueing says so as well). Time
     * begins anew, or a class with a tiny share would carry it to where the others' parts get lost in rounding.
     */
    private void endBusyPeriod() {
        Arrays.fill(start, 0);
        virtualTime = 0;
    }

    /** The backlogged lane to be served next; {@link #NONE} if none is backlogged. */
    int next() {
        int best = NONE;
        for (int open = backlogged; open != 0; open &= open - 1) {
            int lane = Integer.numberOfTrailingZeros(open);
            if (weights[lane] > 0 && (best == NONE || start[lane] < start[best])) {
                best = lane;
            }
        }
        return best;
    }

    /** Books bytes on a lane. */
    void serve(int lane, long bytes) {
        if (weights[lane] > 0) {
            virtualTime = Math.max(virtualTime, start[lane]);
            start[lane] += bytes / weights[lane];
        }
    }
}
