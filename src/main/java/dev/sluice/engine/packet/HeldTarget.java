package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.TargetBacklog;
import org.jspecify.annotations.Nullable;

/** What is held of one class for one target, in order; the object is used again for others. */
final class HeldTarget extends TargetBacklog {

    private Target target;
    private final MessagePriority messageClass;
    private @Nullable ClientEntity entity;

    /** The sequence number of the first. */
    private long firstSequence;

    private @Nullable HeldMessage first;
    private @Nullable HeldMessage last;
    private int facts;
    private int ready;

    HeldTarget(Target target, MessagePriority messageClass) {
        this.target = target;
        this.messageClass = messageClass;
    }

    /** Begins anew for a target, when nothing is held. */
    void reuse(Target newTarget, @Nullable ClientEntity newEntity) {
        target = newTarget;
        entity = newEntity;
        entityRow = newEntity == null ? EntityMemory.NO_ROW : newEntity.row();
    }

    /** The entity that it is; null for other targets. */
    @Nullable
    ClientEntity entity() {
        return entity;
    }

    void add(HeldMessage message) {
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

    void remove(HeldMessage message) {
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

    /** One more of its messages could go. Returns whether it is the only one. */
    boolean oneMoreReady() {
        return ++ready == 1;
    }

    /** One of its messages that could go has left. Returns whether it was the only one. */
    boolean oneLessReady() {
        return --ready == 0;
    }

    boolean isReady() {
        return ready > 0;
    }

    boolean isEmpty() {
        return first == null;
    }

    @Nullable
    HeldMessage first() {
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

    /** The oldest message that nothing blocks. */
    @Nullable
    HeldMessage firstReady() {
        if (ready > 0) {
            for (HeldMessage message = first; message != null; message = message.newerInTarget) {
                if (message.awake) {
                    return message;
                }
            }
        }
        return null;
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
    public long readyBytes(long limitBytes) {
        long bytes = 0;
        boolean firstIsReady = first != null && first.isReady();
        for (HeldMessage message = first; message != null && bytes < limitBytes; message = message.newerInTarget) {
            // Behind a ready message the others mostly wait for that one alone.
            if (firstIsReady || message.isReady()) {
                bytes += Math.max(1, message.sizeBytes);
            }
        }
        return bytes;
    }

    @Override
    public int componentMask() {
        int mask = 0;
        for (HeldMessage message = first; message != null; message = message.newerInTarget) {
            mask |= message.state == null ? 0 : message.state.component().mask();
        }
        return mask;
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
    public boolean isRemovalNext() {
        HeldMessage next = firstReady();
        return next != null && next.message.type().role() == LifecycleRole.CHUNK_UNLOAD;
    }

    /** The row of the entity in {@link EntityMemory}; {@link EntityMemory#NO_ROW} for other targets. */
    int entityRow() {
        return entityRow;
    }
}
