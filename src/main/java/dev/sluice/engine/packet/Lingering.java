package dev.sluice.engine.packet;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What must not come at once behind the message for which it has waited: a client that gets a player's spawn and its removal from
 * the player list together never asks the list what the player looks like. It asks with its next tick. Confined to the client's
 * thread.
 */
final class Lingering {

    /** Three of a client's ticks, as packets that left apart may arrive closer together; in nanoseconds. */
    static final long NANOS = 150_000_000;

    /** A message is used again after it has left: its number tells whether it still is this one. */
    private record Waiting(HeldMessage message, long sequence, long untilNanos) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Whether a message that nothing blocks any more has to wait on since another one leaves. */
    static boolean must(HeldMessage unblocked, HeldMessage leaving) {
        Observation told = unblocked.message.observation();
        Observation left = leaving.message.observation();
        return told instanceof Observation.Unlisted && left != null && left.spawnsAny();
    }

    /** Has a message wait. */
    void add(HeldMessage message, long nowNanos) {
        message.blockers++;
        waiting.add(new Waiting(message, message.sequence, nowNanos + NANOS));
    }

    /** The next of those that have waited for long enough and that nothing else blocks; null if there is none. */
    @Nullable
    HeldMessage next(long nowNanos) {
        for (Waiting first = waiting.peek();
                first != null && first.untilNanos - nowNanos <= 0;
                first = waiting.peek()) {
            waiting.remove();
            HeldMessage message = first.message;
            if (!message.gone && message.sequence == first.sequence && --message.blockers == 0) {
                return message;
            }
        }
        return null;
    }
}
