package dev.sluice.engine;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import java.util.UUID;

/**
 * Which messages are never held for this player: by their type, by the classes that are managed, and what is about the
 * player itself: its entity, its vehicle, its game mode. Confined to the client's thread, except the setters of entities.
 */
final class ImmediateRule {

    /** What the player list shows of the player. */
    private final long ownListing;

    /** The managed classes, a bit each. */
    private int managed;

    private volatile int ownEntity = ClientSession.NO_ENTITY;

    /** What the player moves with. Its elements never change. */
    private volatile int[] carriers = {};

    private final OwnRide ride = new OwnRide();

    /** What the player rode before the present message: what lets go of it is about its vehicle, until it was counted. */
    private int ridden = ClientSession.NO_ENTITY;

    ImmediateRule(UUID clientId, EngineConfig config) {
        ownListing = OrderingKey.listing(clientId);
        reconfigure(config);
    }

    void reconfigure(EngineConfig config) {
        int bits = 0;
        for (MessagePriority messageClass : config.managed()) {
            bits |= 1 << messageClass.ordinal();
        }
        managed = bits;
    }

    /** Any thread. */
    void ownEntity(int entityId) {
        ownEntity = entityId;
    }

    /** Any thread. */
    void carriers(int[] entityIds) {
        carriers = entityIds.clone();
    }

    /** Another message is about to be judged. */
    void next() {
        ridden = ride.vehicle();
    }

    /** What the player rides by what the client is told. */
    OwnRide ride() {
        return ride;
    }

    /** The player's own entity, or {@link ClientSession#NO_ENTITY}. */
    int ownEntity() {
        return ownEntity;
    }

    boolean isImmediate(Message message) {
        if (message.type().kind() == DeliveryKind.IMMEDIATE
                || (managed & (1 << message.type().priority().ordinal())) == 0) {
            return true;
        }
        int own = ownEntity;
        int[] others = carriers;
        return ((own != ClientSession.NO_ENTITY || others.length > 0) && message.isAbout(own, ridden, others))
                || message.tellsModeOf(ownListing);
    }

    /** The same, or another world begins with it. */
    boolean isNeverHeld(Message message) {
        return message.effect() != WorldEffect.NONE || isImmediate(message);
    }
}
