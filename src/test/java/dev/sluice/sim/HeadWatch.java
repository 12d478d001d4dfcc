package dev.sluice.sim;

import dev.sluice.engine.priority.MessagePriority;
import java.util.EnumMap;
import java.util.Map;

/** Tells how long each held message was at the head of its class, where a class is one queue. */
final class HeadWatch implements ClientObserver {

    /** Hears of a message that left. */
    interface Left {
        /**
         * A held message was released.
         *
         * @param nanos for which it was at the head
         */
        void left(SimPacket packet, long nanos);
    }

    private final BoundsRig rig;
    private final Left left;

    /** When the message before left, by class. */
    private final Map<MessagePriority, Long> previousNanos = new EnumMap<>(MessagePriority.class);

    HeadWatch(BoundsRig rig, Left left) {
        this.rig = rig;
        this.left = left;
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        if (cause == Cause.IMMEDIATE) {
            return;
        }
        long now = rig.clock.nanos();
        if (cause == Cause.RELEASED) {
            long before = previousNanos.getOrDefault(packet.messageClass(), 0L);
            left.left(packet, now - Math.max(packet.sinceNanos(), before));
        }
        previousNanos.put(packet.messageClass(), now);
    }
}
