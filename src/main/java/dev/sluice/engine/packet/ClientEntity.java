package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is held and known of one entity in one object, since each further one is a wait for memory: the queue of its key; the
 * target that it is in the class of entities, whose messages are those of the queue that are about it; and what the client
 * was told of it, the baseline against which an update is new (seed 000; TCP keeps the order, so that what was written counts
 * as acknowledged). The baseline is of components that nothing but packets changes on the client and whose equal values change
 * nothing: head, attributes (and equipment, were it comparable). Confined to the client's thread.
 */
final class ClientEntity extends KeyQueue implements HeldTarget {

    /** Stands for a value of which it is not known whether the client has it. */
    private static final Object UNKNOWN = new Object();

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

    /** Whether nothing is known of it any more: another object stands for who gets its id next. */
    private boolean forgotten;

    /** The one that was asked for after it; null if there was none. */
    private @Nullable ClientEntity next;

    private @Nullable Object head;
    private @Nullable Map<Component, Map<Object, Object>> values;

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
        forget();
    }

    /** The server has spawned it, perhaps in the place of another one of its id. */
    void spawned(boolean replaces) {
        spawned = true;
        replacing = replaces;
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

    /** An update is about to be written: whether the client has the old values or these is not known until it was. */
    void telling(StateUpdate update) {
        switch (update) {
            case StateUpdate.Absolute(Component component, Object value) -> {
                if (component == Component.HEAD) {
                    head = null;
                }
            }
            case StateUpdate.Indexed indexed -> {
                Map<Object, Object> known = values == null ? null : values.get(indexed.component());
                if (known != null) {
                    indexed.values().keySet().forEach(index -> known.replace(index, UNKNOWN));
                }
            }
            case StateUpdate.Partial partial -> forget();
            case StateUpdate.Move move -> {}
            case StateUpdate.Place place -> {}
        }
    }

    /** An update was written. */
    void told(StateUpdate update) {
        switch (update) {
            case StateUpdate.Absolute(Component component, Object value) -> {
                if (component == Component.HEAD) {
                    head = value;
                }
            }
            case StateUpdate.Indexed indexed -> {
                if (indexed.idempotent()) {
                    baseline(indexed.component()).putAll(indexed.values());
                }
            }
            case StateUpdate.Partial partial -> forget();
            case StateUpdate.Move move -> {}
            case StateUpdate.Place place -> {}
        }
    }

    /** Whether the client already has what an update says. */
    boolean knows(StateUpdate update) {
        return switch (update) {
            case StateUpdate.Absolute(Component component, Object value) ->
                component == Component.HEAD && value != null && value.equals(head);
            case StateUpdate.Indexed indexed -> indexed.idempotent() && knowsAll(indexed);
            case StateUpdate.Partial partial -> false;
            case StateUpdate.Move move -> false;
            case StateUpdate.Place place -> false;
        };
    }

    /** The client may have anything: something was written of which the engine does not know what it does. */
    void forget() {
        head = null;
        values = null;
    }

    private boolean knowsAll(StateUpdate.Indexed update) {
        Map<Object, Object> known = values == null ? null : values.get(update.component());
        if (known == null) {
            return false;
        }
        for (Map.Entry<Object, Object> entry : update.values().entrySet()) {
            if (!entry.getValue().equals(known.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private Map<Object, Object> baseline(Component component) {
        Map<Component, Map<Object, Object>> known = values == null ? new EnumMap<>(Component.class) : values;
        values = known;
        return known.computeIfAbsent(component, c -> new HashMap<>());
    }
}
