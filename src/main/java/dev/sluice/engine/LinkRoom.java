package dev.sluice.engine;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;

/**
 * Whether the link has room for held packets now, and had some at the end of the last pass. Confined to the client's
 * thread.
 */
final class LinkRoom {

    /** So long what is charged must take up the rate, at least, before it counts as a flood. */
    private static final long FLOOD_NANOS = 1_000_000_000;

    /** Rounding. */
    private static final double ABOUT = 1.001;

    private final PacketManager packets;
    private final TokenBucket bucket;
    private final SendRate sendRate;
    private final RateControl control;
    private final DeliveryTracker delivery;
    private boolean backlogged;

    LinkRoom(
            PacketManager packets,
            TokenBucket bucket,
            SendRate sendRate,
            RateControl control,
            DeliveryTracker delivery) {
        this.packets = packets;
        this.bucket = bucket;
        this.sendRate = sendRate;
        this.control = control;
        this.delivery = delivery;
    }

    /** Whether anything may leave: there is credit, and not too much is under way, or held messages have but a fifth anyway. */
    boolean isThere() {
        return bucket.hasCredit() && (control.isOpen() || isFlooded());
    }

    /**
     * Whether what is charged leaves held messages a fifth of the rate only, for a while to come. What is never held does not ask
     * whether too much is under way: if they waited for that, they would have nothing for as long as it goes on.
     */
    private boolean isFlooded() {
        double earned = bucket.bytesEarnedIn(FLOOD_NANOS) - bucket.credit();
        double kept = TokenBucket.GUARANTEED_SHARE * FLOOD_NANOS * 1e-9 * (double) sendRate.bytesPerSecond();
        return earned <= ABOUT * kept;
    }

    /** Whether not too much is under way, whatever the credit. */
    boolean isGateOpen() {
        return control.isOpen();
    }

    /** Whether the message waits for a link that stands still. */
    boolean isPaused(Message message) {
        return (message.type().kind() == DeliveryKind.STATE && delivery.statePaused())
                || (message.type().priority() == MessagePriority.CHUNK_DATA && delivery.chunksPaused());
    }

    /** A pass has ended. */
    void passEnded() {
        backlogged = packets.heldMessages() > 0 && !isThere();
    }

    /** Whether the last pass left something behind for want of credit, or since too much was under way. */
    boolean isBacklogged() {
        return backlogged;
    }
}
