package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import org.jspecify.annotations.Nullable;

/**
 * What is held and known of one entity in one object, since each further one is a wait for memory: the queue of its key; the
 * target that it is in the class of entities, whose messages are those of the queue that are about it; and the {@link Baseline}, what
 * the client was told of it. Confined to the client's thread.
 */
final class ClientEntity extends KeyQueue implements HeldTarget {

    private final int entityId;

    /** Where it is remembered, until it is forgotten. */
    private final int row;

    private int slot = NOWHERE;

    /**
     * A message that has left, for the entity's next update. Servers go through their entities in the same order in each tick, so
     * that messages that stay with their entities are read in the order in which they lie in memory.
     */
    private @Nullable HeldMessage spare;

    /** How many of its queue's messages are facts, whatever they are about: its state goes before them. */
    private int facts;

    /** How many of the messages that are about it could go. */
    private int ready;

    /** Whether the server has taken it away; what is held of it still goes first. */
    private boolean removed;

    /** Whether it was spawned, and whether that replaced another one of its id that nobody had removed. */
    private boolean spawned;

    private boolean replacing;

    /** The key of who has cast it out to fish; {@link OrderingKey#NONE} if nobody has. */
    private long angler = OrderingKey.NONE;

    /** Whether nothing is known of it any more: another object stands for who gets its id next. */
    private boolean forgotten;

    /** The one that was asked for after it; null if there was none. */
    private @Nullable ClientEntity next;

    /** What the client was told; null for nothing that is known. */
    private @Nullable Baseline baseline;

    ClientEntity(int entityId, int row) {
        this.entityId = entityId;
        this.row = row;
    }

    /** Takes the message that it has kept; null if it has none. */
    @Nullable
    HeldMessage takeSpare() {
        HeldMessage taken = spare;
        spare = null;
        return taken;
    }

    /** Keeps a message that has left, unless it has one or is gone. Returns whether it does. */
    boolean keepSpare(HeldMessage message) {
        if (spare != null || removed) {
            return false;
        }
        spare = message;
        return true;
    }

    @Override
    public ClientEntity entity() {
        return this;
    }

    @Override
    public void add(HeldMessage message) {
        message.target = this;
    }

    /** So many more messages of its queue are facts. Returns whether {@link #isStateOnly} has changed. */
    boolean addFacts(int more) {
        boolean before = isStateOnly();
        facts += more;
        return isStateOnly() != before;
    }

    @Override
    public boolean oneMoreReady() {
        return ++ready == 1;
    }

    @Override
    public boolean oneLessReady() {
        return --ready == 0;
    }

    @Override
    public boolean isReady() {
        return ready > 0;
    }

    @Override
    public @Nullable HeldMessage first() {
        return ofItsOwn(firstEntry());
    }

    @Override
    public @Nullable HeldMessage after(HeldMessage message) {
        return ofItsOwn(message.entryIn(this).next);
    }

    /** The first message that is about it, from an entry on. */
    private @Nullable HeldMessage ofItsOwn(@Nullable KeyEntry from) {
        for (KeyEntry entry = from; entry != null; entry = entry.next) {
            HeldMessage message = entry.message();
            if (message.target == this && !message.gone) {
                return message;
            }
        }
        return null;
    }

    @Override
    public Target target() {
        return new Target.EntityTarget(entityId);
    }

    @Override
    public MessagePriority messageClass() {
        return MessagePriority.NEARBY_ENTITIES;
    }

    @Override
    public int slot() {
        return slot;
    }

    @Override
    public void slot(int newSlot) {
        slot = newSlot;
    }

    @Override
    public long oldestSequence() {
        HeldMessage oldest = first();
        return oldest == null ? Long.MAX_VALUE : oldest.sequence;
    }

    @Override
    public boolean isStateOnly() {
        return facts == 0;
    }

    @Override
    public int entityRow() {
        return forgotten ? EntityMemory.NO_ROW : row;
    }

    int entityId() {
        return entityId;
    }

    boolean isRemoved() {
        return removed;
    }

    /** The one that was asked for after it, if that has the id and is still known. */
    @Nullable
    ClientEntity nextIfIs(int id) {
        ClientEntity expected = next;
        return expected != null && expected.entityId == id && !expected.forgotten ? expected : null;
    }

    /** Notes which one was asked for after it. */
    void next(@Nullable ClientEntity newNext) {
        next = newNext;
    }

    /** Nothing of it is known any more. */
    void leave() {
        forgotten = true;
        next = null;
    }

    /** Begins anew: what was known of it was of another entity with the same id. */
    void begin(boolean nowRemoved) {
        removed = nowRemoved;
        spawned = false;
        replacing = false;
        angler = OrderingKey.NONE;
        forget();
    }

    /** The server has spawned it, perhaps in the place of another one of its id, and cast out by whom this key names. */
    void spawned(boolean replaces, long castBy) {
        spawned = true;
        replacing = replaces;
        angler = castBy;
    }

    long angler() {
        return angler;
    }

    boolean isSpawned() {
        return spawned;
    }

    boolean isReplacing() {
        return replacing;
    }

    /** The server speaks of it again. */
    void appear() {
        removed = false;
    }

    /** Values are about to be written: whether the client has the old ones or these is not known until they were. */
    void telling(StateUpdate.Indexed update) {
        if (baseline != null) {
            baseline.telling(update);
        }
    }

    /**
     * Values were written.
     *
     * @param epoch which one it is of those in which baselines hold
     */
    void told(StateUpdate.Indexed update, long epoch) {
        if (!update.idempotent()) {
            return;
        }
        Baseline told = baseline;
        if (told == null || !told.holdsIn(epoch)) {
            told = new Baseline(epoch);
            baseline = told;
        }
        told.told(update);
    }

    /** Whether the client already has what an update says. */
    boolean knows(StateUpdate.Indexed update, long epoch) {
        return update.idempotent() && baseline != null && baseline.holdsIn(epoch) && baseline.knows(update);
    }

    /** The client may have anything: something was written of which the engine does not know what it does. */
    void forget() {
        baseline = null;
    }
}
