package dev.sluice.paper;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** The connections of players who leave, each until the tick has ended in which they do. Any thread. */
final class Departures {

    private final AtomicReference<CompletableFuture<Void>> tickEnd = new AtomicReference<>(new CompletableFuture<>());
    private final Queue<CompletableFuture<Void>> pending = new ConcurrentLinkedQueue<>();

    /** Has a connection be left by the end of this tick; completes when it is. */
    CompletableFuture<Void> leave(Link link) {
        pending.removeIf(CompletableFuture::isDone);
        CompletableFuture<Void> left = link.leave(tickEnd.get());
        pending.add(left);
        return left;
    }

    /** A tick has ended. */
    void endTick() {
        tickEnd.getAndSet(new CompletableFuture<>()).complete(null);
    }

    /** Has all be left now: each completes when it is. */
    Collection<CompletableFuture<Void>> close() {
        endTick();
        return List.copyOf(pending);
    }
}
