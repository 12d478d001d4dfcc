package dev.sluice.sim;

import dev.sluice.engine.priority.MessagePriority;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/** Tells how long each held message was at the head of its class, where a class is one queue. */
final class HeadWatch implements ClientObserver {

    /** Hears of a message that was at the head. */
    interface Judge {
        /**
         * A held message was released, or is still waiting at the end.
         *
         * @param nanos for which it was at the head so far
         */
        void wasHead(SimPacket packet, long nanos);
    }

    private final BoundsRig rig;
    private final Judge judge;

    /** When the message before left, by class. */
    private final Map<MessagePriority, Long> previousNanos = new EnumMap<>(MessagePriority.class);

    private final Map<MessagePriority, SequencedSet<SimPacket>> waiting = new EnumMap<>(MessagePriority.class);

    HeadWatch(BoundsRig rig, Judge judge) {
        this.rig = rig;
        this.judge = judge;
    }

    @Override
    public void held(SimPacket packet) {
        if (packet.isWaiting()) {
            waitingOf(packet).add(packet);
        }
    }

    @Override
    public void ended(SimPacket packet) {
        waitingOf(packet).remove(packet);
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        if (cause == Cause.IMMEDIATE) {
            return;
        }
        if (cause == Cause.RELEASED) {
            judge.wasHead(packet, nanosAtHead(packet));
        }
        previousNanos.put(packet.messageClass(), rig.clock.nanos());
    }

    /** Has the heads judged that are still there: one that never leaves is late as well. */
    void end() {
        for (SequencedSet<SimPacket> ofClass : waiting.values()) {
            if (!ofClass.isEmpty()) {
                judge.wasHead(ofClass.getFirst(), nanosAtHead(ofClass.getFirst()));
            }
        }
    }

    private long nanosAtHead(SimPacket packet) {
        long before = previousNanos.getOrDefault(packet.messageClass(), 0L);
        return rig.clock.nanos() - Math.max(packet.sinceNanos(), before);
    }

    private SequencedSet<SimPacket> waitingOf(SimPacket packet) {
        return waiting.computeIfAbsent(packet.messageClass(), messageClass -> new LinkedHashSet<>());
    }
}
