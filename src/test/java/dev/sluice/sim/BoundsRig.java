package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionRate;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.SchedulerClock;
import dev.sluice.sim.link.LinkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One session in virtual time, mostly on a link that is never in the way, with a record of what was written when. */
final class BoundsRig implements ClientObserver {

    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000_000_000L;

    /** One packet on its way out. */
    record Release(long nanos, SimPacket packet, long bytes, Cause cause) {}

    final VirtualClock clock = new VirtualClock();
    final SimClient client;
    final List<Release> releases = new ArrayList<>();
    final List<ClientObserver> observers = new ArrayList<>();

    /** What the session decides about its rate. */
    final SessionRate rate;

    /** The session's credit, worked out again; with an automatic budget, from the rate that the session has found. */
    final ShadowCredit credit;

    private final long quantumNanos;
    private long heldBytes;

    BoundsRig(EngineConfig config) {
        this(config, LinkPlan.steady(1_000_000_000, MILLI, 1_000_000_000), new SimClient.Sights(true, false));
    }

    /** On another link, of which the session sees this. */
    BoundsRig(EngineConfig config, LinkPlan link, SimClient.Sights sights) {
        quantumNanos = config.profile().quantumNanos(config.bandwidth().tickNanos());
        boolean automatic = config.control().automatic();
        credit = new ShadowCredit(
                config.bandwidth(), clock, automatic ? this::followedRate : config.bandwidth()::maxBytesPerSecond);
        observers.add(credit);
        client = new SimClient(new UUID(0, 1), config, clock, link, sights, this);
        rate = new SessionRate(client.session());
    }

    private long followedRate() {
        return rate.bytesPerSecond();
    }

    /** The default configuration with another budget of two ticks' burst, other shares and another deferral. */
    static EngineConfig config(long bytesPerSecond, Map<MessagePriority, Double> shares, long maxDeferralNanos) {
        EngineConfig base = EngineConfig.DEFAULT;
        return new EngineConfig(
                new BandwidthConfig(bytesPerSecond, 20, 2),
                shares,
                base.managed(),
                maxDeferralNanos,
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                base.control());
    }

    /** The time between two passes. */
    double quantumSeconds() {
        return quantumNanos * 1e-9;
    }

    /** Has the session tick by itself, from now on, if its clock goes by ticks. */
    void tickInternally() {
        client.session().scheduler().setSchedulerClock(SchedulerClock.INTERNAL);
        client.pass();
    }

    /** A fact of a class in which everything is in one order. */
    static TestPacket ordered(MessagePriority messageClass, int bytes) {
        return switch (messageClass) {
            case PLAYER_STATE -> fact(messageClass, bytes, Target.StreamTarget.PLAYER, OrderingKey.INTERFACE);
            case NEARBY_ENTITIES -> fact(messageClass, bytes, new Target.EntityTarget(1), OrderingKey.entity(1));
            case VOXEL_EDITS -> fact(messageClass, bytes, Target.StreamTarget.WORLD, OrderingKey.EDITS);
            // Away from the player: what comes around it ends what is done for a join.
            case CHUNK_DATA -> TestPacket.chunk(100, 0, bytes);
            case CHAT -> fact(messageClass, bytes, Target.StreamTarget.CHAT, OrderingKey.CHAT);
            case METADATA -> fact(messageClass, bytes, Target.StreamTarget.INTERFACE, OrderingKey.SCOREBOARD);
        };
    }

    private static TestPacket fact(MessagePriority messageClass, int bytes, Target target, long key) {
        return TestPacket.fact(messageClass, messageClass.name(), bytes, target, TestPacket.exclusive(key));
    }

    SimPacket offer(TestPacket packet) {
        SimPacket offered = new SimPacket(packet.message(), packet.bytes(), true);
        client.offer(offered);
        return offered;
    }

    /** Spends all credit, so that what follows is held. */
    void congest() {
        offer(ordered(MessagePriority.CHUNK_DATA, 60_000));
    }

    /** Lets time pass, with the passes that are due and the answers that arrive. */
    void runTo(long nanos) {
        while (client.nextNanos() <= nanos) {
            clock.moveTo(client.nextNanos());
            client.run();
        }
        clock.moveTo(nanos);
    }

    void runFor(long nanos) {
        runTo(clock.nanos() + nanos);
    }

    /** What is held of facts, in bytes. */
    long heldBytes() {
        return heldBytes;
    }

    @Override
    public void held(SimPacket packet) {
        heldBytes += packet.wireBytes();
        observers.forEach(observer -> observer.held(packet));
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        heldBytes -= cause == Cause.AT_ONCE || cause == Cause.IMMEDIATE || cause == Cause.ANSWER ? 0 : bytes;
        releases.add(new Release(clock.nanos(), packet, bytes, cause));
        observers.forEach(observer -> observer.written(packet, bytes, cause, deliveredNanos));
    }

    @Override
    public void ended(SimPacket packet) {
        observers.forEach(observer -> observer.ended(packet));
    }

    @Override
    public void passBegins() {
        observers.forEach(ClientObserver::passBegins);
    }

    @Override
    public void passEnded() {
        observers.forEach(ClientObserver::passEnded);
    }
}
