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
         * @param previousBytes the size of the message of its class before it
         * @param nanos for which it was at the head
         */
        void left(SimPacket packet, long previousBytes, long nanos);
    }

    private record Previous(long nanos, long bytes) {}

    private final BoundsRig rig;
    private final Left left;
    private final Map<MessagePriority, Previous> previous = new EnumMap<>(MessagePriority.class);

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
        Previous before = previous.getOrDefault(packet.messageClass(), new Previous(0, 0));
        if (cause == Cause.RELEASED) {
            left.left(packet, before.bytes(), now - Math.max(packet.sinceNanos(), before.nanos()));
        }
        previous.put(packet.messageClass(), new Previous(now, bytes));
    }
}
