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

    private final PacketManager packets;
    private final TokenBucket bucket;
    private final RateControl control;
    private final DeliveryTracker delivery;
    private boolean backlogged;

    LinkRoom(PacketManager packets, TokenBucket bucket, RateControl control, DeliveryTracker delivery) {
        this.packets = packets;
        this.bucket = bucket;
        this.control = control;
        this.delivery = delivery;
    }

    /** Whether anything may leave: there is credit, and not too much is under way. */
    boolean isThere() {
        return bucket.hasCredit() && control.isOpen();
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
