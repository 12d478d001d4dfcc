package dev.sluice.netty;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The wrong way, kept to show that the order test sees it: senders write directly while nothing is held, and another
 * thread polls what is held under the lock but submits it after letting go of the lock.
 */
final class PollThenSubmit {

    private static final int MAX_PREEMPTIONS = 200;
    private static final int MAX_SPINS = 100_000;

    private final Channel channel;
    private final Deque<NumberedPacket> held = new ArrayDeque<>();
    private final AtomicLong directWrites = new AtomicLong();
    private int sinceHeld;
    private int preemptions;
    private volatile boolean stopped;

    PollThenSubmit(Channel channel) {
        this.channel = channel;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void offer(NumberedPacket packet) {
        synchronized (held) {
            // Every now and then the credit is used up.
            if (!held.isEmpty() || ++sinceHeld % 16 == 0) {
                held.add(packet);
                return;
            }
        }
        channel.writeAndFlush(packet);
        directWrites.incrementAndGet();
    }

    void stop() {
        stopped = true;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void drainUntilStopped() {
        while (!stopped) {
            NumberedPacket next = poll();
            if (next == null) {
                Thread.onSpinWait();
            } else {
                if (isDrained() && preemptions < MAX_PREEMPTIONS) {
                    preemptions++;
                    awaitDirectWrite();
                }
                channel.writeAndFlush(next);
            }
        }
    }

    private boolean isDrained() {
        synchronized (held) {
            return held.isEmpty();
        }
    }

    /** What preemption between the poll and the submission does, without waiting for chance to do it. */
    private void awaitDirectWrite() {
        long before = directWrites.get();
        for (int i = 0; i < MAX_SPINS && directWrites.get() == before; i++) {
            Thread.onSpinWait();
        }
    }

    private @Nullable NumberedPacket poll() {
        synchronized (held) {
            return held.poll();
        }
    }
}
