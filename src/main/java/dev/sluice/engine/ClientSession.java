package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.ClientWorld;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.HoldRules;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.engine.stats.SessionCounters;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One player's engine: decides for each outbound packet, and releases what is held pass by pass. Offers, passes and
 * closing belong to the client's thread (the channel's event loop); the setters, {@link #stats} and {@link #reconfigure}
 * may be called from any thread and take effect with the next pass.
 */
public final class ClientSession {

    /** Stands for "no entity" where a network id is expected. */
    public static final int NO_ENTITY = Integer.MIN_VALUE;

    private final Ticker ticker;
    private final PacketSink sink;
    private final DeliveryTracker delivery;
    private final ClientBandwidthTracker tracker;
    private final SendRate sendRate;
    private final ClientWorld world;
    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TickClock clock;
    private final NetworkScheduler scheduler;
    private final ImmediateRule immediate;
    private final WriteLedger ledger;
    private final LinkRoom room;
    private final UpdateRate updateRate;
    private final LiveConfig config;
    private final SessionReport report;
    private final SessionTicks ticks;
    private final RingWatch ring;
    private final ActionAnswers answers;
    private final HeldCap cap;
    private final ServerCaps caps;
    private final Admission admission;
    private final PassOrder order;
    private final ReleasePass pass;
    private volatile boolean ended;

    public ClientSession(
            UUID clientId,
            EngineConfig config,
            Ticker ticker,
            PacketSink sink,
            PacketComposer composer,
            LinkProbe probe) {
        this(clientId, config, ticker, ClientLink.of(sink), composer, probe, ServerCaps.NONE, new SplittableRandom(0));
    }

    /**
     * A session with all that it can make use of.
     *
     * @param clientId the player's, by which the player list names it
     * @param link the way to the client; answers to its markers come back through {@link #confirmed}
     * @param probe what is known of the link without its help
     * @param markerIds what the ids of markers are drawn from; unpredictable to clients wherever they are real
     * @param caps bound it beside its own budget and caps; they are left when the session ends
     */
    public ClientSession(
            UUID clientId,
            EngineConfig config,
            Ticker ticker,
            ClientLink link,
            PacketComposer composer,
            LinkProbe probe,
            ServerCaps caps,
            RandomGenerator markerIds) {
        this.ticker = ticker;
        this.sink = link.sink();
        this.caps = caps;
        long now = ticker.nanos();
        long tickNanos = config.bandwidth().tickNanos();
        SessionCounters counters = new SessionCounters();
        this.delivery = new DeliveryTracker(
                link.markers(), new MarkerIds(markerIds), config.profile().keepaliveMillis(), now);
        RateControl control = new RateControl(
                config.control(), config.bandwidth().maxBytesPerSecond(), link.transport(), delivery, probe, now);
        this.tracker = new ClientBandwidthTracker(clientId, config.bandwidth());
        // The start may lie outside of the control's bounds.
        BandwidthConfig first = config.bandwidth().withRate(control.bytesPerSecond());
        TokenBucket bucket = new TokenBucket(first, now);
        this.sendRate = new SendRate(first, control, bucket, tracker, caps.rate());
        this.ledger = new WriteLedger(sendRate, delivery, config.profile());
        this.priorities = new PrioritizationManager(config.shares(), config.profile()::entityIntervalAt);
        this.world = new ClientWorld(priorities.memory());
        this.packets =
                new PacketManager(world, bucket, sink, composer, counters, priorities, holdRules(config), ledger);
        this.clock = new TickClock(now, tickNanos);
        this.scheduler = new NetworkScheduler(config.profile(), tickNanos, now, delivery.snapshot());
        this.immediate = new ImmediateRule(clientId, config);
        this.config = new LiveConfig(config, this::follow);

        this.room = new LinkRoom(packets, bucket, sendRate, control, delivery);
        AdaptiveRate adaptiveRate = new AdaptiveRate(config.adaptive());
        this.updateRate = new UpdateRate(config.adaptive(), adaptiveRate, control, priorities, room, clock);
        SessionView view = new SessionView(world, packets, priorities, clock);
        this.ring = new RingWatch(world);
        this.answers = new ActionAnswers(packets);
        QueueTimeEstimate queueTimes = new QueueTimeEstimate(
                packets, bucket, clock, () -> new DryRun(packets, priorities, bucket, scheduler, view, ring, clock));
        sendRate.followCap(now, room.isBacklogged());

        this.report = new SessionReport(
                ticker, this.config, tracker, counters, packets, sendRate, control, updateRate, queueTimes);
        this.cap = new HeldCap(this.config, packets, caps.heap());
        this.ticks = new SessionTicks(
                this.config,
                bucket,
                clock,
                sendRate,
                updateRate,
                room,
                cap,
                packets,
                counters,
                report,
                scheduler,
                delivery);
        this.admission = new Admission(
                ticker,
                this.config,
                ticks,
                clock,
                world,
                packets,
                bucket,
                room,
                immediate,
                adaptiveRate,
                ring,
                answers,
                cap);
        this.order = new PassOrder(priorities, view, ring, clock);
        this.pass = new ReleasePass(
                ticker,
                this.config,
                ticks,
                scheduler,
                bucket,
                new LinkLook(this.config, delivery, sendRate, room, view, clock),
                room,
                cap,
                order,
                view,
                packets,
                updateRate,
                sink);
    }

    public UUID clientId() {
        return tracker.clientId();
    }

    /** Where the player is, in blocks, looking straight ahead. Any thread. */
    public void viewpoint(double x, double y, double z) {
        order.viewpoint(new Viewpoint(x, y, z, 0, 0));
    }

    /** Where the player is and where it looks. Any thread. */
    public void viewpoint(Viewpoint newViewpoint) {
        order.viewpoint(newViewpoint);
    }

    /**
     * The player has just come: the client waits for the chunks around it, and the packet that said so may have gone out
     * before this session stood in its way. The client's thread.
     */
    public void awaitWorld() {
        ring.expect(ticker.nanos());
    }

    /**
     * The player has been here for some time: the client may have the chunks around it, and any entity, from before this session
     * stood in its way. The client's thread, before anything is offered.
     *
     * @param chunkX where the player is
     * @param viewDistanceChunks how far around it the server sends chunks
     */
    public void inheritWorld(int chunkX, int chunkZ, int viewDistanceChunks) {
        world.inherit(chunkX, chunkZ, viewDistanceChunks);
    }

    /**
     * The client is in this dimension, by the key that a respawn names: what has told it so may have gone out before this session
     * stood in its way. The client's thread, before anything is offered.
     */
    public void isIn(Object dimension) {
        world.isIn(dimension);
    }

    /** The network id of the player's own entity, whose state is never held. Any thread. */
    public void ownEntity(int entityId) {
        immediate.ownEntity(entityId);
    }

    /** The network ids of the entities that the player moves with, whose state is not held either; none for none. Any thread. */
    public void carriedBy(int... entityIds) {
        immediate.carriers(entityIds);
    }

    /**
     * The player digs, clicks or changes a block: edits near it go out at once for two seconds, up to a bound (H25). Any
     * thread, before the server answers.
     */
    public void acted(int x, int y, int z) {
        answers.acted(x, y, z, ticker.nanos());
    }

    /** As {@link #acted(int, int, int)}, where it is not known which block within the player's reach it was. */
    public void acted() {
        answers.acted(order.viewpoint(), ticker.nanos());
    }

    /** Changes the configuration with the next pass. Any thread. */
    public void reconfigure(EngineConfig newConfig) {
        config.want(newConfig);
    }

    /** Changes the profile with the next pass, and nothing else (seed 001). Any thread. */
    public void configureScheduler(NetworkProfile newProfile) {
        config.wantProfile(newProfile);
    }

    /**
     * When this session acts: takes the server's ticks, and knows profile and clock. Any thread, for those of its methods
     * that say so. A profile is changed with {@link #configureScheduler}.
     */
    public NetworkScheduler scheduler() {
        return scheduler;
    }

    /**
     * What was counted, as of the last tick that ended. Queue times are only kept that fresh for two seconds after a call,
     * see {@link QueueTimes}. Any thread.
     */
    public BandwidthStats stats() {
        return report.stats();
    }

    /**
     * As {@link #stats}, for those who look at all players all the time. The queue times in it are not made anew because of
     * this: while nobody calls {@link #stats} they are up to a second old, or n / 4 ticks with n messages held if that is
     * more, but five seconds at most. Any thread.
     */
    public BandwidthStats lastStats() {
        return report.lastStats();
    }

    /**
     * Decides what becomes of a packet. After {@link Decision.Pass} the caller writes it and reports {@link #passed};
     * otherwise the engine has it.
     *
     * @param message what the packet is, null if that is unknown: it passes
     * @param receipt settled through the sink once the packet's fate is known
     */
    public Decision offer(@Nullable Message message, Object packet, @Nullable Object receipt) {
        return admission.offer(message, packet, receipt);
    }

    /** Counts a packet that was written after {@link Decision.Pass}. */
    public void passed(@Nullable Message message, long wireBytes) {
        admission.passed(message, wireBytes);
    }

    /**
     * Counts a packet that passes without having been offered, as it {@linkplain #isNeverHeld is never held} and shares no key
     * with what is held. The client's thread.
     */
    public void passedUnoffered(Message message, long wireBytes) {
        admission.passedUnoffered(message, wireBytes);
    }

    /**
     * A packet that the sink has taken, or that was to pass, did not go out after all: what it said will not be taken for known.
     * The client's thread.
     */
    public void lost(Message message) {
        world.lost(message);
    }

    /** The client has answered a marker. The client's thread. */
    public void confirmed(int markerId) {
        delivery.confirmed(markerId, ticker.nanos());
    }

    /** What the markers tell of the link, as of the last tick that ended. Any thread. */
    public NetworkHealth getHealth() {
        return scheduler.getHealth();
    }

    /** Whether passes are needed: something is held. */
    public boolean hasHeld() {
        return packets.heldMessages() > 0;
    }

    /**
     * How long until the next pass is worth while, in nanoseconds. With nothing held, the link is still asked and the
     * statistics still move on.
     */
    public long nanosUntilNextPass() {
        return pass.nanosUntilNext();
    }

    /**
     * One pass, if the scheduler says that it is due: releases what the budget allows, with one flush.
     *
     * @throws RuntimeException also what failed since the last pass once an offered packet had been taken
     */
    public void pass() {
        admission.throwPostponed();
        pass.run();
    }

    /**
     * Why an entity has its place among the others; empty if the engine knows no such entity. The client's thread.
     *
     * @param entityId the network id
     */
    public Optional<PriorityTerms> explain(int entityId) {
        int row = world.entityRow(entityId);
        return row == EntityMemory.NO_ROW ? Optional.empty() : Optional.of(priorities.explain(row, clock.tick()));
    }

    /**
     * The first time that a cap made held packets leave regardless of budget since the last call, so that it can be logged;
     * null if none did.
     */
    public @Nullable CapReached capReached() {
        return cap.reached();
    }

    /**
     * Why queue times could not be predicted the first time that they could not, so that it can be logged; null if they
     * could, or if this has been asked since. The client's thread.
     */
    public @Nullable RuntimeException queueTimeFailure() {
        return report.queueTimeFailure();
    }

    /** How fast it is sent to at this moment; {@link #stats} are as old as the last tick. The client's thread. */
    SendRate sendRate() {
        return sendRate;
    }

    /** Whether there is room at this moment. The client's thread. */
    LinkRoom room() {
        return room;
    }

    /** Whether the message is never held for this player. */
    public boolean isNeverHeld(Message message) {
        return immediate.isNeverHeld(message);
    }

    /** Whether this very packet is held. */
    public boolean holds(Object packet) {
        return packets.holds(packet);
    }

    /** Whether this has ended: it has failed or was let go of, and everything passes for good. Any thread. */
    public boolean hasEnded() {
        return ended;
    }

    /**
     * Releases everything in order, and lets everything pass from now on: Sluice is going, or has failed.
     *
     * @throws RuntimeException or an Error if anything went wrong, such as a packet that could not be written; nothing is held
     *     then either
     */
    public void bypass() {
        ended = true;
        admission.bypass();
        try {
            packets.releaseAll();
        } finally {
            try {
                sink.flush();
            } finally {
                leave();
            }
        }
    }

    /**
     * Lets go of what is held: the connection is gone.
     *
     * @throws RuntimeException or an Error if anything went wrong; nothing is held then either
     */
    public void close() {
        ended = true;
        admission.bypass();
        try {
            packets.abandonAll();
        } finally {
            leave();
        }
    }

    private void leave() {
        try {
            caps.leave();
        } finally {
            ticks.publish();
        }
    }

    private static HoldRules holdRules(EngineConfig config) {
        return new HoldRules(config.maxDeferralNanos(), config.bandwidth().tickNanos(), config.profile()::mayDrop);
    }

    /** Has the parts go by another configuration. */
    private void follow(EngineConfig next, long nowNanos) {
        long tickNanos = next.bandwidth().tickNanos();
        sendRate.reconfigure(next, nowNanos, room.isBacklogged());
        clock.retime(tickNanos);
        packets.reconfigure(holdRules(next));
        priorities.reconfigure(next.shares(), next.profile()::entityIntervalAt);
        immediate.reconfigure(next);
        scheduler.retime(tickNanos);
        scheduler.changeProfile(next.profile());
        delivery.reconfigure(next.profile().keepaliveMillis());
        ledger.reconfigure(next.profile());
        updateRate.reconfigure(next.adaptive());
    }
}
