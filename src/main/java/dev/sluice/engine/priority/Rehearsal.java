package dev.sluice.engine.priority;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dry run of the serving order over a picture of what is held: the same {@link FairShares}, the same lane of what is left
 * over, one message at a time. In each class a probe without a size stands for the message that would be offered now, the
 * last of its class: it changes nothing for the others, so that one run serves all six. Entities are scored anew as ticks
 * go by, and what waits along a key enters once that is free. Confined to the client's thread.
 */
public final class Rehearsal implements KeyGroups.Freed {

    private static final MessagePriority[] CLASSES = MessagePriority.values();
    private static final int MIN_CAPACITY = 16;
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

    private boolean keepsOrder;
    private int beginTick;
    private long untilNextTickNanos;
    private long tickNanos;
    private @Nullable EntityRelevance relevance;

    private long nowNanos;
    private int[] woken = new int[MIN_CAPACITY];
    private int wokenSize;

    /** What has a deadline now, while those behind it may not know yet. */
    private int[] dated = new int[MIN_CAPACITY];

    private int datedSize;

    public Rehearsal() {
        for (MessagePriority messageClass : CLASSES) {
            classes[messageClass.ordinal()] = new ClassRehearsal(held, messageClass);
        }
    }

    /** What is held, to be filled before the run. */
    public HeldPicture held() {
        return held;
    }

    /** For how many messages, or places of theirs along keys, there is room; it only grows. */
    public int capacity() {
        return held.capacity();
    }

    /**
     * When ticks end: entities are scored in each.
     *
     * @param tick the number of the present one
     * @param newUntilNextNanos for how long it goes on
     * @param newTickNanos the length of those to come
     */
    public void ticks(long tick, long newUntilNextNanos, long newTickNanos) {
        beginTick = (int) tick;
        untilNextTickNanos = newUntilNextNanos;
        tickNanos = newTickNanos;
    }

    /** Whether the order that was made last is there still as the run begins: not each pass makes it anew. */
    public void keepsOrder(boolean nowKeepsOrder) {
        keepsOrder = nowKeepsOrder;
    }

    /**
     * Begins a run over the picture.
     *
     * @param orderTick the tick of which the order was made last
     * @param newMaxAgeNanos after so long a message is overdue
     * @param newRingMissing how many of the chunks around the player the client waits for
     * @param newRingEndNanos for how long it will at most
     */
    void begin(
            FairShares real,
            EntityRelevance newRelevance,
            long orderTick,
            long newMaxAgeNanos,
            int newRingMissing,
            long newRingEndNanos) {
        shares.copy(real);
        if (!keepsOrder) {
            // The first pass to come will favour the ring, whether or not one has done so yet.
            shares.favourRing(newRingMissing > 0 && newRingEndNanos > 0);
        }
        relevance = newRelevance;
        maxAgeNanos = newMaxAgeNanos;
        ringMissing = newRingMissing;
        ringEndNanos = newRingEndNanos;
        probes = (1 << CLASSES.length) - 1;
        wokenSize = 0;
        datedSize = 0;
        for (ClassRehearsal each : classes) {
            each.clear(keepsOrder ? (int) orderTick : beginTick);
        }
        for (int item = 0; item < held.size(); item++) {
            if (!held.keys().isBlocked(item)) {
                classes[held.classOf(item)].add(item, newRelevance);
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

    /** The order is made anew for a pass; times must not go back. */
    public void order(long atNanos) {
        shares.favourRing(ringMissing > 0 && ringEndNanos > 0 && atNanos <= ringEndNanos);
        int tick = beginTick + (int) Math.ceilDiv(Math.max(0, atNanos - untilNextTickNanos + 1), tickNanos);
        for (ClassRehearsal each : classes) {
            each.moveTo(tick);
        }
    }

    /** Chooses what goes next; false if nothing may. */
    public boolean next(long atNanos) {
        int open = 0;
        for (int i = 0; i < classes.length; i++) {
            first[i] = classes[i].first(atNanos, shares.isRingFavoured());
            while (first[i] >= 0 && held.isStale(first[i], atNanos)) {
                leave(first[i], atNanos);
                first[i] = classes[i].first(atNanos, shares.isRingFavoured());
            }
            open |= first[i] == NONE ? 0 : 1 << i;
        }
        shares.backlogged(open == 0 ? 0 : open | (1 << FairShares.LEFTOVER));
        lane = shares.next();
        if (lane == FairShares.NONE) {
            return false;
        }
        chosen = lane;
        if (lane == FairShares.LEFTOVER) {
            chosen = leftoverClass(open, atNanos);
            // What is overdue goes first here, the ring missing or not.
            first[chosen] = classes[chosen].first(atNanos, false);
        }
        return true;
    }

    private int leftoverClass(int open, long atNanos) {
        int best = Integer.numberOfTrailingZeros(open);
        long bestOverdueNanos = 0;
        for (int left = open; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            long overdueNanos = classes[i].overdueNanos(atNanos);
            if (overdueNanos > bestOverdueNanos) {
                best = i;
                bestOverdueNanos = overdueNanos;
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

    /** There is no budget left for what was chosen. */
    public void leaveOut() {
        classes[chosen].leftOut(first[chosen]);
    }

    /** Serves what was chosen. Returns its bytes, 0 for a probe. */
    public long serve(long atNanos) {
        int item = first[chosen];
        if (item == ClassRehearsal.PROBE) {
            classes[chosen].probeServed();
            probes &= ~(1 << chosen);
            return 0;
        }
        int bytes = held.bytes(item);
        shares.serve(lane, bytes);
        ringMissing -= held.isInRing(item) ? 1 : 0;
        leave(item, atNanos);
        return bytes;
    }

    private void leave(int item, long atNanos) {
        nowNanos = atNanos;
        held.serve(item);
        if (held.dueNanos(item) == HeldPicture.NEVER) {
            held.keys().date(item, this);
            dateThoseBehind();
        }
        held.keys().leave(item, this);
        for (int i = 0; i < wokenSize; i++) {
            wake(woken[i]);
        }
        wokenSize = 0;
    }

    private void wake(int item) {
        if (held.isServed(item)) {
            return;
        }
        dated(item);
        dateThoseBehind();
        EntityRelevance of = relevance;
        if (of != null) {
            classes[held.classOf(item)].add(item, of);
        }
    }

    /** {@inheritDoc} */
    @Override
    public void woken(int item) {
        woken = room(woken, wokenSize);
        woken[wokenSize++] = item;
    }

    /** {@inheritDoc} Terrain never has a deadline. */
    @Override
    public void dated(int item) {
        if (held.dueNanos(item) == HeldPicture.NEVER && !held.isTerrain(item)) {
            held.due(item, nowNanos + maxAgeNanos);
            dated = room(dated, datedSize);
            dated[datedSize++] = item;
        }
    }

    private void dateThoseBehind() {
        while (datedSize > 0) {
            held.keys().date(dated[--datedSize], this);
        }
    }

    private static int[] room(int[] list, int size) {
        return size < list.length ? list : Arrays.copyOf(list, 2 * size);
    }
}
