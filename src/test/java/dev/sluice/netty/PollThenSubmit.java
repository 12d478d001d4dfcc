package dev.sluice.netty;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The wrong way, kept to show that the order test sees it: senders write directly while nothing is held, and another
 * thread polls what is held under the lock but submits it after letting go of the lock.
 */
final class PollThenSubmit {

    private final Channel channel;
    private final Deque<NumberedPacket> held = new ArrayDeque<>();
    private int sinceHeld;
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
                channel.writeAndFlush(next);
            }
        }
    }

    private @Nullable NumberedPacket poll() {
        synchronized (held) {
            return held.poll();
        }
    }
}
