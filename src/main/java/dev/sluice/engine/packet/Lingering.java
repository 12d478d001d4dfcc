package dev.sluice.engine.packet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What must not come shortly behind a held spawn: a client that gets a player's spawn and its removal from the player list
 * together never asks the list what the player looks like. It asks with its next tick. Confined to the client's thread.
 */
final class Lingering {

    /** Three of a client's ticks, as packets that left apart may arrive closer together; in nanoseconds. */
    static final long NANOS = 150_000_000;

    /** Who has the UUID of this key has appeared, and is needed in the list until then. */
    private record Appeared(long profile, long untilNanos) {}

    /** A message is used again after it has left: its number tells whether it still is this one. */
    private record Waiting(HeldMessage message, long sequence, long untilNanos) {}

    private final Queue<Waiting> waiting = new PriorityQueue<>((a, b) -> Long.signum(a.untilNanos - b.untilNanos));

    /** In the order in which they appeared; the newest of each profile is in the map as well. */
    private final Deque<Appeared> appeared = new ArrayDeque<>();

    private final LongMap<Appeared> byProfile = new LongMap<>();

    /** A held message leaves. */
    void left(HeldMessage leaving, long nowNanos) {
        Observation told = leaving.message.observation();
        if (told != null && told.spawnsAny()) {
            forgetOld(nowNanos);
            note(told, nowNanos + NANOS);
        }
    }

    private void note(Observation told, long untilNanos) {
        if (told instanceof Observation.EntitySpawned spawned) {
            Appeared now = new Appeared(spawned.profile(), untilNanos);
            appeared.add(now);
            byProfile.put(now.profile, now);
        } else if (told instanceof Observation.Several several) {
            several.each().forEach(one -> note(one, untilNanos));
        }
    }

    private void forgetOld(long nowNanos) {
        for (Appeared oldest = appeared.peek();
                oldest != null && oldest.untilNanos - nowNanos <= 0;
                oldest = appeared.peek()) {
            appeared.remove();
            if (oldest.equals(byProfile.get(oldest.profile))) {
                byProfile.remove(oldest.profile);
            }
        }
    }

    /** Whether a message that nothing blocks has to wait on. */
    boolean must(Message message, long nowNanos) {
        return untilNanos(message, nowNanos) - nowNanos > 0;
    }

    private long untilNanos(Message message, long nowNanos) {
        Observation told = message.observation();
        long until = nowNanos;
        if (told != null && !appeared.isEmpty() && told.unlists()) {
            for (int i = 0; i < message.keyCount(); i++) {
                Appeared by = byProfile.get(message.key(i));
                until = by != null && by.untilNanos - until > 0 ? by.untilNanos : until;
            }
        }
        return until;
    }

    /** Has a message wait that {@link #must}. */
    void add(HeldMessage message, long nowNanos) {
        message.blockers++;
        waiting.add(new Waiting(message, message.sequence, untilNanos(message.message, nowNanos)));
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
