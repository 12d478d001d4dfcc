package dev.sluice.engine.packet;

import dev.sluice.engine.packet.StateUpdate.Move;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits, with its packet. Identity is equality. Links and places belong to the lists that it stands in; the
 * object is used again after it has left (see {@link HeldPool}). Confined to the client's thread.
 */
final class HeldMessage extends KeyEntry {

    private static final KeyEntry[] NONE = new KeyEntry[0];

    /** All but the first. */
    private KeyEntry[] furtherEntries = NONE;

    private int entryCount;

    long sequence;
    long heldNanos;
    Message message;
    Object packet;

    @Nullable
    Object receipt;

    /** What it says of a component; null for what is not merged. */
    @Nullable
    StateUpdate state;

    /** Whether it says more than {@link #packet} does, so that a packet must be composed. */
    boolean merged;

    long sizeBytes;

    /** Whether its deferral clock has started; it then is overdue at {@link #deadlineNanos}. */
    boolean dated;

    long deadlineNanos;

    /** Which of its class's ready lists it stands in: that of its maximum age, unless {@link ReadyQueue} keeps it apart. */
    int ageList;

    /** Whether it stands in its class's ready queue: nothing blocks it, and it was woken. */
    boolean awake;

    /** Whether it is dropped once stale. */
    boolean droppable;

    /** Keys along which an earlier held message must go first. */
    int blockers;

    /** Whether it has left the queue. */
    boolean gone;

    @Nullable
    HeldTarget target;

    @Nullable
    HeldMessage olderInTarget;

    @Nullable
    HeldMessage newerInTarget;

    @Nullable
    HeldMessage nextInPool;

    private int agePlace;
    private int stalenessPlace;
    private int readinessPlace;

    /** The sum of merged moves, meaningful while {@link #merged} and {@link #state} is a move. */
    private short sumX;

    private short sumY;
    private short sumZ;
    private byte yaw;
    private byte pitch;
    private boolean onGround;
    private boolean hasPosition;
    private boolean hasRotation;

    HeldMessage(Message message, Object packet) {
        this.message = message;
        this.packet = packet;
    }

    /** Begins to wait. */
    void hold(long newSequence, long nowNanos, Message newMessage, Object newPacket, @Nullable Object newReceipt) {
        sequence = newSequence;
        heldNanos = nowNanos;
        message = newMessage;
        packet = newPacket;
        receipt = newReceipt;
        state = newMessage.state();
        merged = false;
        dated = false;
        awake = false;
        ageList = 0;
        blockers = 0;
        gone = false;
        entryCount = 0;
    }

    /** Lets go of all that it refers to but {@link #message}: what it stood beside must not live on with it. */
    void forget() {
        packet = message;
        receipt = null;
        state = null;
        target = null;
        olderInTarget = null;
        newerInTarget = null;
        nextInPool = null;
        for (int i = 0; i < entryCount; i++) {
            entry(i).previous = null;
            entry(i).next = null;
        }
    }

    @Override
    HeldMessage message() {
        return this;
    }

    /** Its place in an order. Not a switch: one over an enum looks its constants up in a table. */
    int place(HeldLog.Order order) {
        if (order == HeldLog.Order.AGE) {
            return agePlace;
        }
        return order == HeldLog.Order.READINESS ? readinessPlace : stalenessPlace;
    }

    /** Notes its place in an order; for the {@link HeldLog} or {@link DeadlineHeap} in which it stands alone. */
    void place(HeldLog.Order order, int place) {
        if (order == HeldLog.Order.AGE) {
            agePlace = place;
        } else if (order == HeldLog.Order.READINESS) {
            readinessPlace = place;
        } else {
            stalenessPlace = place;
        }
    }

    /** Whether it is overdue first: by deadline, equal ones by age. Those without a deadline have no order among themselves. */
    boolean isEarlierThan(HeldMessage other) {
        if (!dated || !other.dated) {
            return dated && !other.dated;
        }
        long later = deadlineNanos - other.deadlineNanos;
        return later < 0 || (later == 0 && sequence - other.sequence < 0);
    }

    /** Reads fields that lie apart, for {@link HeldTarget#touch}. */
    long touch() {
        return sequence + blockers + (queue == null ? 1 : 0) + (nextInPool == null ? 1 : 0);
    }

    /** Starts the sum of merged moves with its own one. */
    void startSum(Move own) {
        sumX = own.deltaX();
        sumY = own.deltaY();
        sumZ = own.deltaZ();
        yaw = own.yaw();
        pitch = own.pitch();
        onGround = own.onGround();
        hasPosition = own.hasPosition();
        hasRotation = own.hasRotation();
    }

    /**
     * Whether one move can say both: no sum overflows a short, and none is zero where the parts are not. The client
     * rounds a coordinate to 1/4096 block with the first delta that is not zero, so that a zero sum would leave a
     * coordinate unrounded that two moves round.
     */
    boolean canAdd(Move move) {
        return addable(sumX, move.deltaX()) && addable(sumY, move.deltaY()) && addable(sumZ, move.deltaZ());
    }

    private static boolean addable(int older, int newer) {
        int sum = older + newer;
        return sum == (short) sum && (sum != 0 || (older == 0 && newer == 0));
    }

    /** Adds the deltas of a move that {@link #canAdd can be added}. */
    void addPosition(Move move) {
        sumX += move.deltaX();
        sumY += move.deltaY();
        sumZ += move.deltaZ();
        hasPosition |= move.hasPosition();
    }

    /** Takes over what a move says beside its deltas. */
    void follow(Move move) {
        onGround = move.onGround();
        if (move.hasRotation()) {
            yaw = move.yaw();
            pitch = move.pitch();
            hasRotation = true;
        }
    }

    /** The merged moves as one, of the entity of its own one. */
    Move sum(Move own) {
        return new Move(own.entityId(), sumX, sumY, sumZ, yaw, pitch, onGround, hasPosition, hasRotation);
    }

    /** A new entry for one more of its keys. */
    KeyEntry addEntry() {
        int index = entryCount++;
        if (index > furtherEntries.length) {
            int before = furtherEntries.length;
            // By half as many more at least: a removal of thousands has as many.
            furtherEntries = Arrays.copyOf(furtherEntries, index + before / 2);
            for (int i = before; i < furtherEntries.length; i++) {
                furtherEntries[i] = new Further(this);
            }
        }
        return entry(index);
    }

    int entryCount() {
        return entryCount;
    }

    KeyEntry entry(int index) {
        return index == 0 ? this : furtherEntries[index - 1];
    }

    /** Its entry in the queue of one of its keys. */
    KeyEntry entryIn(KeyQueue of) {
        // It may have more from another use.
        for (int i = 1; queue != of && i < entryCount; i++) {
            if (entry(i).queue == of) {
                return entry(i);
            }
        }
        return this;
    }

    boolean isReady() {
        return blockers == 0;
    }

    /** Whether it brings a chunk, for which there is no deadline. */
    boolean isTerrain() {
        return message.type().role() == LifecycleRole.CHUNK_LOAD;
    }

    boolean isState() {
        return message.type().kind() == DeliveryKind.STATE;
    }

    /** Whether it must reach the client in its order: neither the newest of its kind alone, nor dropped once stale. */
    boolean isFact() {
        return message.type().kind() == DeliveryKind.FACT;
    }
}
