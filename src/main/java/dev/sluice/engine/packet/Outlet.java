package dev.sluice.engine.packet;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.stats.SessionCounters;
import org.jspecify.annotations.Nullable;

/**
 * Where packets leave, held or not: writes, accounts, learns sizes, and notes what the client has. Confined to the client's
 * thread.
 */
final class Outlet {

    private final HoldQueue queue;
    private final SizeEstimates estimates = new SizeEstimates();
    private final TokenBucket bucket;
    private final PacketSink sink;
    private final Discards discards;
    private final PacketComposer composer;
    private final SessionCounters counters;
    private final ClientWorld world;
    private final WriteListener listener;

    Outlet(
            HoldQueue queue,
            TokenBucket bucket,
            PacketSink sink,
            Discards discards,
            PacketComposer composer,
            SessionCounters counters,
            ClientWorld world,
            WriteListener listener) {
        this.queue = queue;
        this.bucket = bucket;
        this.sink = sink;
        this.discards = discards;
        this.composer = composer;
        this.counters = counters;
        this.world = world;
        this.listener = listener;
    }

    /** The expected wire bytes of a message. */
    long estimate(Message message) {
        return estimates.estimate(message);
    }

    boolean hasCredit() {
        return bucket.hasCredit();
    }

    /** Releases a held message within the budget; returns its wire bytes. */
    long spend(HeldMessage held, long nowNanos) {
        long bytes = write(held, nowNanos);
        bucket.spend(bytes);
        counters.budgetedBytes += bytes;
        return bytes;
    }

    /** Releases a held message regardless of the budget. */
    void charge(HeldMessage held, long nowNanos) {
        Message message = held.message;
        charge(write(held, nowNanos));
        world.sentNow(message);
    }

    /** Counts a message that passed without being held. Budgeted ones take credit, the others are charged. */
    void passed(@Nullable Message message, long wireBytes, boolean budgeted) {
        long bytes = wireBytes;
        if (message == null) {
            world.passedUnknown();
        } else {
            world.passed(message);
            bytes = measured(message, wireBytes, PacketSink.UNMETERED);
        }
        bytes = Math.max(0, bytes);
        counters.wireBytes += bytes;
        listener.written(message, bytes);
        if (budgeted) {
            bucket.spend(bytes);
            counters.budgetedBytes += bytes;
        } else {
            charge(bytes);
        }
    }

    /** Lets go of a held message that the client no longer needs. */
    void drop(HeldMessage held, long nowNanos) {
        Throwable failure = take(held, nowNanos);
        counters.dropped++;
        discards.add(held.packet, held.receipt);
        Postponed.rethrow(failure);
    }

    /** Lets go of the packet that takes from the client what it never got. */
    void cancel(Object packet, @Nullable Object receipt) {
        counters.dropped++;
        discards.add(packet, receipt);
    }

    /** Lets go of a packet that says what the client already knows. */
    void suppress(Object packet, @Nullable Object receipt) {
        counters.suppressed++;
        discards.add(packet, receipt);
    }

    /** Lets go of a packet whose content goes out with another. */
    void merged(Object packet, @Nullable Object receipt) {
        counters.merged++;
        discards.add(packet, receipt);
    }

    /** Lets go of a held message whose connection is gone. */
    void abandon(HeldMessage held, long nowNanos) {
        Throwable failure = take(held, nowNanos);
        sink.abandon(held.packet, held.receipt);
        Postponed.rethrow(failure);
    }

    /**
     * Writes a held message. Where its packet cannot be composed, the one that was held goes out in its place: its producer
     * waits for it. What fails is thrown once the packet is written.
     */
    private long write(HeldMessage held, long nowNanos) {
        Throwable failure = take(held, nowNanos);
        Message message = held.message;
        StateUpdate state = held.state;
        Object packet = held.packet;
        boolean whole = true;
        if (held.merged) {
            try {
                packet = composer.compose(combined(held));
            } catch (Throwable e) {
                whole = false;
                failure = e;
            }
        }
        long writesBefore = world.writing(message, state);
        long bytes;
        try {
            bytes = sink.write(packet, held.receipt);
        } catch (Throwable e) {
            lose(message, failure, e);
            throw e;
        }
        world.written(message, whole ? state : null, writesBefore);
        bytes = measured(message, bytes, held.sizeBytes);
        counters.wireBytes += bytes;
        listener.written(message, bytes);
        Postponed.rethrow(failure);
        return bytes;
    }

    /**
     * Whether a packet whose write fails has reached the client nobody knows, nor who writes another one around it. What failed
     * before is told with it.
     */
    private void lose(Message message, @Nullable Throwable before, Throwable failure) {
        world.lost(message);
        if (before != null && !before.equals(failure)) {
            failure.addSuppressed(before);
        }
    }

    /** Takes a message out of the queue, and returns what went wrong with that: it has left all the same. */
    private @Nullable Throwable take(HeldMessage held, long nowNanos) {
        boolean waits = !held.gone;
        try {
            queue.remove(held, nowNanos);
            return null;
        } catch (Throwable e) {
            if (waits) {
                return e;
            }
            throw e;
        }
    }

    private static StateUpdate.Combined combined(HeldMessage held) {
        if (held.state instanceof StateUpdate.Move own) {
            return held.sum(own);
        }
        if (held.state instanceof StateUpdate.Indexed indexed) {
            return indexed;
        }
        throw new IllegalStateException("expected a merged message to hold what merges, found " + held.state);
    }

    private long measured(Message message, long wireBytes, long otherwise) {
        if (wireBytes == PacketSink.UNMETERED) {
            return otherwise == PacketSink.UNMETERED ? estimates.estimate(message) : otherwise;
        }
        estimates.learn(message, wireBytes);
        return wireBytes;
    }

    private void charge(long bytes) {
        bucket.charge(bytes);
        counters.chargedBytes += bytes;
    }
}
