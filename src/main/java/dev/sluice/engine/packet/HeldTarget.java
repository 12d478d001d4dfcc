package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.TargetBacklog;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** What is held of one class for one target, in order. */
final class HeldTarget implements TargetBacklog {

    private final Target target;
    private final MessagePriority messageClass;
    private final LinkedHashSet<HeldMessage> messages = new LinkedHashSet<>();
    private int facts;

    HeldTarget(Target target, MessagePriority messageClass) {
        this.target = target;
        this.messageClass = messageClass;
    }

    void add(HeldMessage message) {
        messages.add(message);
        if (!message.isState()) {
            facts++;
        }
    }

    void remove(HeldMessage message) {
        if (messages.remove(message) && !message.isState()) {
            facts--;
        }
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    boolean holds(LifecycleRole role) {
        for (HeldMessage message : messages) {
            if (message.message.type().role() == role) {
                return true;
            }
        }
        return false;
    }

    /** The oldest message that nothing blocks. */
    @Nullable
    HeldMessage firstReady() {
        for (HeldMessage message : messages) {
            if (message.isReady()) {
                return message;
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
        boolean firstIsReady = messages.getFirst().isReady();
        for (HeldMessage message : messages) {
            // Behind a ready message the others mostly wait for that one alone.
            if (firstIsReady || message.isReady()) {
                bytes += Math.max(1, message.sizeBytes);
                if (bytes >= limitBytes) {
                    return bytes;
                }
            }
        }
        return bytes;
    }

    @Override
    public int componentMask() {
        int mask = 0;
        for (HeldMessage message : messages) {
            StateUpdate state = message.state;
            if (state != null) {
                mask |= state.component().mask();
            }
        }
        return mask;
    }

    @Override
    public long oldestSequence() {
        return messages.getFirst().sequence;
    }

    @Override
    public long earliestDeadlineNanos() {
        HeldMessage ready = firstReady();
        return ready == null ? HeldMessage.NO_DEADLINE : ready.deadlineNanos;
    }

    @Override
    public boolean isStateOnly() {
        return facts == 0;
    }
}
