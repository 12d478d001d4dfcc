package com.comphenix.protocol.async;

import com.comphenix.protocol.PacketStream;
import com.comphenix.protocol.events.PacketEvent;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * ProtocolLib's own sending queue of one player, without a server: {@code PacketContainer} cannot even be loaded without
 * CraftBukkit's classes, so events carry neither packet nor player and are cancelled: the queue
 * does everything but the call that sends.
 */
public final class SendingQueue {

    private final Queue queue = new Queue();
    private final Deque<PacketEvent> waiting = new ArrayDeque<>();
    private final PacketStream stream = (PacketStream) Proxy.newProxyInstance(
            SendingQueue.class.getClassLoader(), new Class<?>[] {PacketStream.class}, (proxy, method, args) -> {
                throw new IllegalStateException("expected nothing to be sent");
            });
    private long index;

    /** A packet waits for its asynchronous listeners. */
    public void enqueue(Object source) {
        PacketEvent event = new PacketEvent(source);
        AsyncMarker marker =
                new AsyncMarker(stream, index++, System.currentTimeMillis(), AsyncMarker.DEFAULT_TIMEOUT_DELTA);
        marker.setQueuedSendingIndex(marker.getNewSendingIndex());
        event.setAsyncMarker(marker);
        // What is cancelled leaves in its turn as well, but unsent.
        event.setCancelled(true);
        queue.enqueue(event);
        waiting.add(event);
    }

    /** The listeners of the packet that waits for longest are done: it leaves. */
    public void processOldest() {
        queue.signalPacketUpdate(waiting.remove(), true);
    }

    /** How many wait. */
    public int size() {
        return queue.size();
    }

    private static final class Queue extends PacketSendingQueue {
        Queue() {
            super(false, Runnable::run);
        }

        @Override
        protected void onPacketTimeout(PacketEvent event) {
            throw new IllegalStateException("expected no time-out");
        }
    }
}
