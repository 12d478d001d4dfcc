package dev.sluice.engine.packet;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets go of what is held regardless of credit: all of it, or until a cap is kept to. Confined to the client's thread. */
final class Drain {

    private final HoldQueue queue;
    private final Outlet outlet;
    private final ClientWorld world;
    private final NestedCalls calls;

    /** How many calls on the stack release everything. */
    private int releases;

    /** Whether a call on the stack keeps to a cap. */
    private boolean capping;

    Drain(HoldQueue queue, Outlet outlet, ClientWorld world, NestedCalls calls) {
        this.queue = queue;
        this.outlet = outlet;
        this.world = world;
        this.calls = calls;
    }

    /**
     * Releases the oldest messages until at most so much is held. What the writing of one brings forth is the outermost call's to
     * see to: with a call for each the stack would be as deep as messages are held. No more are released than were held at first,
     * or who sends one for each that is written would keep the client's thread for ever.
     */
    void downTo(long maxBytes, int maxMessages, long nowNanos) {
        if (capping) {
            return;
        }
        capping = true;
        calls.begin();
        try {
            for (int left = queue.size();
                    left > 0 && (queue.bytes() > maxBytes || queue.size() > maxMessages);
                    left--) {
                HeldMessage oldest = queue.byAge().oldest();
                if (oldest == null) {
                    return;
                }
                outlet.charge(oldest, nowNanos);
            }
        } finally {
            capping = false;
            calls.end();
        }
    }

    /** Releases everything in order, and what is held meanwhile behind it. Throws the first failure once nothing is held. */
    void all(long nowNanos) {
        releases++;
        try {
            Postponed.rethrow(untilEmpty(oldest -> outlet.charge(oldest, nowNanos)));
        } finally {
            releases--;
        }
    }

    /** Whether everything is being released just now, and something is still held. */
    boolean isUnderWay() {
        return releases > 0 && queue.size() > 0;
    }

    /** Drops what is of the world that ends, if the client will not miss it, and releases everything else. */
    void endWorld(Message end, boolean drops, long nowNanos) {
        calls.begin();
        try {
            if (drops) {
                dropWorld(nowNanos);
            }
            // Who hears of what was dropped may offer more, which is of the old world as well.
            do {
                all(nowNanos);
            } while (queue.size() > 0);
            world.begin(end);
        } finally {
            calls.end();
        }
    }

    private void dropWorld(long nowNanos) {
        for (HeldMessage held : queue.byAge().snapshot()) {
            if (Cancellation.isOfTheWorld(held.message)) {
                outlet.drop(held, nowNanos);
            }
        }
    }

    /** Lets go of everything, as the connection is gone. Throws the first failure once nothing is held. */
    void abandonAll() {
        Postponed.rethrow(untilEmpty(oldest -> outlet.abandon(oldest, queue.nowNanos())));
    }

    /** Takes one after the other, whatever fails with one. Returns the first failure. */
    private @Nullable Throwable untilEmpty(Consumer<? super HeldMessage> taking) {
        calls.begin();
        Throwable failure = null;
        try {
            for (HeldMessage oldest = queue.byAge().oldest();
                    oldest != null;
                    oldest = queue.byAge().oldest()) {
                try {
                    taking.accept(oldest);
                } catch (Throwable e) {
                    failure = failure == null ? e : failure;
                }
            }
        } finally {
            calls.end();
        }
        return failure;
    }
}
