package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.ClientWorld;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.packet.Postponed;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.Ticker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each packet that is offered whether it passes, is held, or is not needed. Confined to the client's thread.
 * Most packets go through {@link #passesUndated}: it allocates nothing and is small enough to be inlined.
 */
final class Admission {

    private final Ticker ticker;
    private final LiveConfig config;
    private final SessionTicks ticks;
    private final TickClock clock;
    private final ClientWorld world;
    private final PacketManager packets;
    private final TokenBucket bucket;
    private final LinkRoom room;
    private final ImmediateRule immediate;
    private final AdaptiveRate adaptiveRate;
    private final RingWatch ring;
    private final ActionAnswers answers;
    private final HeldCap cap;

    private boolean inPlay = true;
    private boolean bypassed;
    private @Nullable Throwable postponed;

    Admission(
            Ticker ticker,
            LiveConfig config,
            SessionTicks ticks,
            TickClock clock,
            ClientWorld world,
            PacketManager packets,
            TokenBucket bucket,
            LinkRoom room,
            ImmediateRule immediate,
            AdaptiveRate adaptiveRate,
            RingWatch ring,
            ActionAnswers answers,
            HeldCap cap) {
        this.ticker = ticker;
        this.config = config;
        this.ticks = ticks;
        this.clock = clock;
        this.world = world;
        this.packets = packets;
        this.bucket = bucket;
        this.room = room;
        this.immediate = immediate;
        this.adaptiveRate = adaptiveRate;
        this.ring = ring;
        this.answers = answers;
        this.cap = cap;
    }

    /** See {@link ClientSession#offer}. */
    Decision offer(@Nullable Message message, Object packet, @Nullable Object receipt) {
        if (message == null || bypassed) {
            return offerBypassed(message, packet, receipt);
        }
        if (passesUndated(message)) {
            return Decision.PASS;
        }
        Decision decision = consider(message, packet, receipt);
        if (decision instanceof Decision.Pass) {
            world.passes(message);
        }
        return decision;
    }

    private Decision consider(Message message, Object packet, @Nullable Object receipt) {
        if (mergesUndated(message, packet, receipt)) {
            return Decision.ABSORB;
        }
        long now = ticker.nanos();
        ticks.advance(now);
        immediate.next();
        if (message.effect() != WorldEffect.NONE && endWorld(message, now)) {
            return Decision.PASS;
        }
        if (!inPlay) {
            return Decision.PASS;
        }
        // What passes now has nothing to be in order with.
        List<Integer> riders = passesNow(message, now) ? List.of() : world.riders(message);
        observe(message, now);
        // The spawn of who has the UUID of one from before the session must not overtake its removal, and nobody knows
        // whose it has.
        boolean isImmediate = immediate.isImmediate(message) || world.removesInherited(message);
        Decision decision = isImmediate ? passImmediately(message, now) : decide(message, packet, receipt, now, riders);
        if (decision instanceof Decision.Pass && message.type().role() == LifecycleRole.ENTITY_REMOVE) {
            world.forgetEntities(message);
        }
        return decision;
    }

    /**
     * What is unknown passes, and everything does once this is bypassed; but what is offered while the last held packets are being
     * written waits for them. Another world does not wait: what is offered after it must not merge into what is held before.
     */
    private Decision offerBypassed(@Nullable Message message, Object packet, @Nullable Object receipt) {
        if (message == null) {
            world.passesUnknown();
            return Decision.PASS;
        }
        if (!packets.isReleasing()) {
            return Decision.PASS;
        }
        long now = ticker.nanos();
        if (message.effect() != WorldEffect.NONE && packets.endWorld(message, now)) {
            return Decision.PASS;
        }
        List<Integer> riders = world.riders(message);
        packets.observe(message, now);
        return packets.hold(message, packet, receipt, now, riders);
    }

    /**
     * The fast path without a look at the clock: nothing that the message does depends on the time, and the credit is
     * plenty as of the last look, after which it has only grown.
     */
    private boolean passesUndated(Message message) {
        if (!clock.mayGoUndated()
                || !passesAtOnce(message)
                || !message.isPlain()
                || !inPlay
                || config.isWanted()
                || immediate.isImmediate(message)
                || packets.isKnown(message)
                || !bucket.goStale()) {
            return false;
        }
        clock.goUndated();
        world.passesUnseen(message);
        return true;
    }

    /**
     * Entity state that merges into what is held keeps the deadline of that: it does not depend on the time, which is looked at
     * now and then all the same.
     */
    private boolean mergesUndated(Message message, Object packet, @Nullable Object receipt) {
        if (!clock.mayGoUndated()
                || !message.isPlain()
                || !inPlay
                || config.isWanted()
                || immediate.isImmediate(message)
                || !packets.mergeUndated(message, packet, receipt)) {
            return false;
        }
        clock.goUndated();
        if (cap.isExceeded()) {
            keepToCap();
        }
        return true;
    }

    /** Nothing is held, the link has room, and no update interval withholds it. */
    private boolean passesAtOnce(Message message) {
        return packets.heldMessages() == 0
                && room.isThere()
                && !room.isPaused(message)
                && (message.type().kind() != DeliveryKind.STATE || adaptiveRate.entityUpdateInterval() == 1);
    }

    /** So it is, and nothing that was written lately must be seen first. */
    private boolean passesNow(Message message, long now) {
        return passesAtOnce(message) && !packets.mustLinger(message, now);
    }

    private Decision passImmediately(Message message, long now) {
        packets.takeAlong(message, now);
        return Decision.PASS;
    }

    private Decision decide(Message message, Object packet, @Nullable Object receipt, long now, List<Integer> riders) {
        if (packets.isKnown(message)) {
            packets.suppress(packet, receipt);
            return Decision.ABSORB;
        }
        if (passesNow(message, now) || answers.passes(message, now)) {
            world.sentNow(message);
            return Decision.PASS;
        }
        Decision decision = packets.hold(message, packet, receipt, now, riders);
        if (cap.isExceeded()) {
            keepToCap();
        }
        return decision;
    }

    /** The packet has been taken: whatever fails here is thrown by the next pass, or its caller would write it once more. */
    private void keepToCap() {
        cap.report();
        try {
            long now = ticker.nanos();
            ticks.advance(now);
            cap.keep(now);
        } catch (Throwable e) {
            postponed = postponed == null ? e : postponed;
        }
    }

    /** Throws what has failed since the last call, once an offered packet had been taken. */
    void throwPostponed() {
        packets.throwPostponed();
        Throwable failure = postponed;
        postponed = null;
        Postponed.rethrow(failure);
    }

    /** Returns false, with nothing held changed, if the world goes on. */
    private boolean endWorld(Message message, long now) {
        // The player is another one for the client, whatever it keeps.
        immediate.ride().leave();
        if (!packets.endWorld(message, now)) {
            return false;
        }
        answers.forget();
        inPlay = message.effect() == WorldEffect.NEW_WORLD;
        observe(message, now);
        ring.expect(now);
        return true;
    }

    private void observe(Message message, long now) {
        packets.observe(message, now);
        immediate.ride().follow(message);
        Observation observation = message.observation();
        if (observation != null) {
            follow(observation, now);
        }
    }

    /** What concerns the player itself. */
    private void follow(Observation observation, long now) {
        immediate.ride().follow(observation, immediate.ownEntity());
        if (observation instanceof Observation.Teleported teleported) {
            ring.expect(now);
            if (teleported.isPlaced()) {
                answers.acted(
                        (int) Math.floor(teleported.x()),
                        (int) Math.floor(teleported.y()),
                        (int) Math.floor(teleported.z()),
                        now);
            }
        } else if (observation instanceof Observation.Struck(int victimId, int attackerId)) {
            int own = immediate.ownEntity();
            if (victimId == own || attackerId == own) {
                world.fought(victimId == own ? attackerId : victimId, clock.tick());
            }
        } else if (observation instanceof Observation.Several several) {
            for (int i = 0; i < several.each().size(); i++) {
                follow(several.each().get(i), now);
            }
        }
    }

    /** See {@link ClientSession#passedUnoffered}. */
    void passedUnoffered(Message message, long wireBytes) {
        long now = ticker.nanos();
        ticks.advance(now);
        immediate.next();
        observe(message, now);
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE) {
            world.forgetEntities(message);
        }
        world.passes(message);
        passed(message, wireBytes);
    }

    /** Counts a packet that was written after {@link Decision.Pass}. */
    void passed(@Nullable Message message, long wireBytes) {
        if (bucket.needsDate(wireBytes)) {
            bucket.refill(ticker.nanos());
        }
        boolean budgeted = message != null
                && !answers.isAnswer(message)
                && !immediate.isNeverHeld(message)
                && !world.removesInherited(message);
        packets.passed(message, wireBytes, budgeted);
    }

    /** Lets everything pass from now on. */
    void bypass() {
        bypassed = true;
    }
}
