package dev.sluice.engine.priority;

import java.util.Map;

/**
 * A dry run of the serving order over a picture of what is held: the same {@link FairShares}, the same lane of what is left
 * over, one message at a time. In each class a probe without a size stands for the message that would be offered now, the
 * last of its class: it changes nothing for the others, so that one run serves all six. Approximated: who is withheld by a
 * key of what has a deadline goes by its own deadline, scores stay as they are, and what an update interval withholds goes
 * after the other entities. Confined to the client's thread.
 */
public final class Rehearsal {

    private static final MessagePriority[] CLASSES = MessagePriority.values();
    private static final int CHUNKS = 1 << MessagePriority.CHUNK_DATA.ordinal();
    private static final int NONE = HeldPicture.NONE;

    private final HeldPicture held = new HeldPicture();
    private final FairShares shares = new FairShares(Map.of());
    private final ClassRehearsal[] classes = new ClassRehearsal[CLASSES.length];
    private final int[] first = new int[CLASSES.length];

    private long maxAgeNanos;
    private int ringMissing;
    private long ringEndNanos;

    /** The classes whose probe has not been served, a bit each. */
    private int probes;

    private int lane;
    private int chosen;

    public Rehearsal() {
        for (MessagePriority messageClass : CLASSES) {
            classes[messageClass.ordinal()] = new ClassRehearsal(held, messageClass);
        }
    }

    /** What is held, to be filled before the run. */
    public HeldPicture held() {
        return held;
    }

    /**
     * Begins a run over the picture.
     *
     * @param newMaxAgeNanos after so long a message is overdue
     * @param newRingMissing how many of the chunks around the player the client waits for
     * @param newRingEndNanos for how long it will at most
     */
    void begin(FairShares real, long newMaxAgeNanos, int newRingMissing, long newRingEndNanos) {
        shares.copy(real);
        maxAgeNanos = newMaxAgeNanos;
        ringMissing = newRingMissing;
        ringEndNanos = newRingEndNanos;
        probes = (1 << CLASSES.length) - 1;
        for (ClassRehearsal each : classes) {
            each.clear();
        }
        for (int item = 0; item < held.size(); item++) {
            int of = held.classOf(item);
            if (held.dueNanos(item) != HeldPicture.NEVER || (CHUNKS & (1 << of)) != 0) {
                classes[of].add(item);
            } else if (held.terrainBefore(item) == NONE) {
                classes[of].addLate(item, maxAgeNanos);
            }
        }
    }

    /** The probes are offered: they wait from now on. */
    public void probe() {
        for (ClassRehearsal each : classes) {
            each.probe(maxAgeNanos);
        }
    }

    /** Whether a probe has not been served yet. */
    public boolean hasProbes() {
        return probes != 0;
    }

    /** A pass begins; times must not go back. */
    public void beginPass(long atNanos) {
        if (ringMissing <= 0 || atNanos > ringEndNanos) {
            shares.favourRing(false);
        }
    }

    /** Chooses what goes next; false if nothing may. */
    public boolean next(long atNanos) {
        int open = 0;
        for (int i = 0; i < classes.length; i++) {
            first[i] = classes[i].first(atNanos);
            open |= first[i] == NONE ? 0 : 1 << i;
        }
        shares.backlogged(open == 0 ? 0 : open | (1 << FairShares.LEFTOVER));
        lane = shares.next();
        if (lane == FairShares.NONE) {
            return false;
        }
        chosen = lane == FairShares.LEFTOVER ? leftoverClass(open, atNanos) : lane;
        return true;
    }

    private int leftoverClass(int open, long atNanos) {
        int best = Integer.numberOfTrailingZeros(open);
        long bestOverdue = 0;
        for (int left = open; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            long overdue = classes[i].overdueNanos(atNanos);
            if (overdue > bestOverdue) {
                best = i;
                bestOverdue = overdue;
            }
        }
        return best;
    }

    /** The class of what was chosen. */
    public MessagePriority messageClass() {
        return CLASSES[chosen];
    }

    /** Whether a probe was chosen. */
    public boolean isProbe() {
        return first[chosen] == ClassRehearsal.PROBE;
    }

    /** Serves what was chosen. Returns its bytes, 0 for a probe. */
    public long serve(long atNanos) {
        int item = first[chosen];
        if (item == ClassRehearsal.PROBE) {
            classes[chosen].probeServed();
            probes &= ~(1 << chosen);
            return 0;
        }
        classes[chosen].served(item);
        int bytes = held.bytes(item);
        shares.serve(lane, bytes);
        ringMissing -= held.isInRing(item) ? 1 : 0;
        for (int behind = held.pollBehind(item); behind != NONE; behind = held.pollBehind(item)) {
            classes[held.classOf(behind)].addLate(behind, atNanos + maxAgeNanos);
        }
        return bytes;
    }
}
