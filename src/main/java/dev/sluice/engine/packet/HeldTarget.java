package dev.sluice.engine.packet;

import dev.sluice.engine.priority.TargetBacklog;
import org.jspecify.annotations.Nullable;

/** What is held of one class for one target, in order. */
sealed interface HeldTarget extends TargetBacklog permits ClientEntity, ListedTarget {

    /** The entity that it is, or is about; null for other targets. */
    @Nullable
    ClientEntity entity();

    /** Takes in a message, which stands in the queues of its keys already. */
    void add(HeldMessage message);

    /** Lets go of a message, which still stands in the queues of its keys; who knows it by one of those does nothing. */
    default void remove(HeldMessage message) {}

    /** One more of its messages could go. Returns whether it is the only one. */
    boolean oneMoreReady();

    /** One of its messages that could go has left. Returns whether it was the only one. */
    boolean oneLessReady();

    boolean isReady();

    /** Its oldest message. */
    @Nullable
    HeldMessage first();

    /** Its message after another one of its. */
    @Nullable
    HeldMessage after(HeldMessage message);

    /** The oldest message that nothing blocks. */
    default @Nullable HeldMessage firstReady() {
        HeldMessage message = isReady() ? first() : null;
        while (message != null && !message.awake) {
            message = after(message);
        }
        return message;
    }

    @Override
    default long readyBytes(long limitBytes) {
        HeldMessage first = first();
        boolean firstIsReady = first != null && first.isReady();
        long bytes = 0;
        for (HeldMessage message = first; message != null && bytes < limitBytes; message = after(message)) {
            // Behind a ready message the others mostly wait for that one alone.
            if (firstIsReady || message.isReady()) {
                bytes += Math.max(1, message.sizeBytes);
            }
        }
        return bytes;
    }

    @Override
    default long overdueNanos(long nowNanos) {
        HeldMessage next = firstReady();
        return next == null || !next.dated ? 0 : nowNanos - next.deadlineNanos;
    }

    @Override
    default long touch(int step) {
        if (step == 0) {
            return slot();
        }
        HeldMessage first = first();
        return first == null ? 0 : first.touch();
    }

    @Override
    default int componentMask() {
        int mask = 0;
        for (HeldMessage message = first(); message != null; message = after(message)) {
            mask |= message.state == null ? 0 : message.state.component().mask();
        }
        return mask;
    }

    @Override
    default boolean isRemovalNext() {
        HeldMessage next = firstReady();
        return next != null && next.message.type().role() == LifecycleRole.CHUNK_UNLOAD;
    }
}
