package dev.sluice.netty;

import io.netty.channel.Channel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The wrong way, kept to show that the order test sees it: senders write directly while nothing is held, and another
 * thread takes what is held out of the queue before it submits it. In between a sender finds the queue empty; chance
 * makes that happen a few hundred times in 300 000 messages, the semaphores make it happen each time.
 */
final class PollThenSubmit implements Runnable {

    private static final int HELD_EVERY = 1_000;

    private final Channel channel;
    private final BlockingQueue<NumberedPacket> held = new LinkedBlockingQueue<>();
    private final Semaphore polled = new Semaphore(0);
    private final Semaphore overtaken = new Semaphore(0);
    private final int heldTotal;

    /** @param messagesOfFirstKey how many messages of key 0 will be offered, by one thread */
    PollThenSubmit(Channel channel, int messagesOfFirstKey) {
        this.channel = channel;
        this.heldTotal = messagesOfFirstKey / HELD_EVERY;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void offer(NumberedPacket packet) {
        boolean first = packet.key() == 0;
        int phase = packet.number() % HELD_EVERY;
        if (first && phase == HELD_EVERY - 2) {
            held.add(packet);
            acquire(polled);
            return;
        }
        channel.writeAndFlush(packet);
        if (first && phase == HELD_EVERY - 1) {
            overtaken.release();
        }
    }

    /** The draining thread. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void run() {
        try {
            for (int i = 0; i < heldTotal; i++) {
                NumberedPacket next = held.take();
                polled.release();
                acquire(overtaken);
                channel.writeAndFlush(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void acquire(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other thread did not come");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
