package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import org.jspecify.annotations.Nullable;

/** What is held of one class for a target that has no list of its own, in order; the object is used again for others. */
final class ListedTarget implements HeldTarget {

    private Target target;
    private final MessagePriority messageClass;
    private @Nullable ClientEntity entity;
    private int slot = NOWHERE;

    /** The sequence number of the first. */
    private long firstSequence;

    private @Nullable HeldMessage first;
    private @Nullable HeldMessage last;
    private int facts;
    private int ready;

    ListedTarget(Target target, MessagePriority messageClass) {
        this.target = target;
        this.messageClass = messageClass;
    }

    /** Begins anew for a target, when nothing is held. */
    void reuse(Target newTarget, @Nullable ClientEntity newEntity) {
        target = newTarget;
        entity = newEntity;
    }

    @Override
    public @Nullable ClientEntity entity() {
        return entity;
    }

    @Override
    public void add(HeldMessage message) {
        message.target = this;
        message.olderInTarget = last;
        message.newerInTarget = null;
        if (last == null) {
            first = message;
            firstSequence = message.sequence;
        } else {
            last.newerInTarget = message;
        }
        last = message;
        if (!message.isState()) {
            facts++;
        }
    }

    @Override
    public void remove(HeldMessage message) {
        if (message.olderInTarget == null) {
            first = message.newerInTarget;
            firstSequence = first == null ? Long.MAX_VALUE : first.sequence;
        } else {
            message.olderInTarget.newerInTarget = message.newerInTarget;
        }
        if (message.newerInTarget == null) {
            last = message.olderInTarget;
        } else {
            message.newerInTarget.olderInTarget = message.olderInTarget;
        }
        if (!message.isState()) {
            facts--;
        }
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

    boolean isEmpty() {
        return first == null;
    }

    @Override
    public @Nullable HeldMessage first() {
        return first;
    }

    boolean holds(LifecycleRole role) {
        for (HeldMessage message = first; message != null; message = message.newerInTarget) {
            if (message.message.type().role() == role) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable HeldMessage after(HeldMessage message) {
        return message.newerInTarget;
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public MessagePriority messageClass() {
        return messageClass;
    }

    @Override
    public long oldestSequence() {
        return firstSequence;
    }

    @Override
    public boolean isStateOnly() {
        return facts == 0;
    }

    @Override
    public int entityRow() {
        return entity == null ? EntityMemory.NO_ROW : entity.entityRow();
    }

    @Override
    public int slot() {
        return slot;
    }

    @Override
    public void slot(int newSlot) {
        slot = newSlot;
    }
}
