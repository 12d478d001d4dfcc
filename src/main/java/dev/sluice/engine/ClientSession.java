package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.schedule.PassScope;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.engine.stats.SessionCounters;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final long IDLE_PASS_NANOS = 100_000_000L;

    /** After so many packets the clock is looked at again, so that ticks do not end late under traffic. */
    private static final int MAX_UNDATED_OFFERS = 16;

    /** Beside the block that the player dug or clicked: a door's other half, what hangs on it, the next redstone. */
    private static final int ACTION_REACH_BLOCKS = 4;

    /** Around a player's feet, who reaches 5 blocks from the eyes at most: what was used may be any of these blocks. */
    private static final int PLAYER_REACH_BLOCKS = 7;

    private final UUID clientId;
    private final Ticker ticker;
    private final PacketSink sink;
    private final DeliveryTracker delivery;
    private final RateControl control;
    private final ClientBandwidthTracker tracker;
    private final TokenBucket bucket;
    private final SendRate sendRate;
    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final AdaptiveRate adaptiveRate;
    private final SessionCounters counters = new SessionCounters();
    private final TickClock clock;
    private final SessionView view;
    private final RingWatch ring;
    private final QueueTimeEstimate queueTimes;
    private final PressureWatch watch = new PressureWatch();
    private final NetworkScheduler scheduler;
    private final RecentActions actions = new RecentActions();

    private EngineConfig config;
    private ReliableTypes reliable;

    private long wireBytesAtTickStart;

    /** The tick in which the link was looked at last. */
    private long lookedTick = -1;

    /** Offers since the last look at the clock. */
    private int undatedOffers;

    private boolean inPlay = true;
    private boolean bypassed;
    private boolean capReached;

    /** Whether the last pass left something behind for want of credit, or since too much was under way. */
    private boolean backlogged;

    /** The managed classes, a bit each. */
    private int managed;

    /** The edit that passes beside the budget, as it answers the player's own action, until it was counted. */
    private @Nullable Message answer;

    private final AtomicReference<@Nullable EngineConfig> wantedConfig = new AtomicReference<>();
    private volatile Viewpoint viewpoint = new Viewpoint(0, 0, 0, 0, 0);
    private volatile int ownEntity = NO_ENTITY;
    private volatile int vehicle = NO_ENTITY;
    private volatile BandwidthStats stats;

    public ClientSession(
            UUID clientId,
            EngineConfig config,
            Ticker ticker,
            PacketSink sink,
            PacketComposer composer,
            LinkProbe probe) {
        this(clientId, config, ticker, ClientLink.of(sink), composer, probe, RateCap.NONE, new SplittableRandom(0));
    }

    /**
     * A session with all that it can make use of.
     *
     * @param link the way to the client; answers to its markers come back through {@link #confirmed}
     * @param probe what is known of the link without its help
     * @param markerIds what the ids of markers are drawn from; unpredictable to clients wherever they are real
     * @param cap bounds the rate beside the budget; it is left when the session ends
     */
    public ClientSession(
            UUID clientId,
            EngineConfig config,
            Ticker ticker,
            ClientLink link,
            PacketComposer composer,
            LinkProbe probe,
            RateCap cap,
            RandomGenerator markerIds) {
        this.clientId = clientId;
        this.config = config;
        this.ticker = ticker;
        this.sink = link.sink();
        long now = ticker.nanos();
        this.delivery = new DeliveryTracker(
                link.markers(), new MarkerIds(markerIds), config.profile().keepaliveMillis(), now);
        this.control = new RateControl(
                config.control(), config.bandwidth().maxBytesPerSecond(), link.transport(), delivery, probe, now);
        this.tracker = new ClientBandwidthTracker(clientId, config.bandwidth());
        this.bucket = new TokenBucket(config.bandwidth(), now);
        this.sendRate = new SendRate(config.bandwidth(), control, bucket, tracker, cap);
        this.priorities = new PrioritizationManager(config.shares(), config.profile()::entityIntervalAt);
        this.packets = new PacketManager(
                bucket,
                sink,
                composer,
                counters,
                priorities,
                config.maxDeferralNanos(),
                config.bandwidth().tickNanos(),
                this::written);
        packets.reconfigure(config.maxDeferralNanos(), config.bandwidth().tickNanos(), config.profile()::mayDrop);
        this.reliable = new ReliableTypes(config.profile());
        this.adaptiveRate = new AdaptiveRate(config.adaptive());
        this.clock = new TickClock(now, config.bandwidth().tickNanos());
        this.view = new SessionView(packets, priorities, clock);
        this.ring = new RingWatch(packets);
        this.managed = managedBits(config);
        this.scheduler =
                new NetworkScheduler(config.profile(), config.bandwidth().tickNanos(), now, delivery.snapshot());
        this.queueTimes = new QueueTimeEstimate(packets, priorities, bucket, scheduler, view, ring);
        sendRate.followCap(now, backlogged);
        this.stats = snapshot();
    }

    public UUID clientId() {
        return clientId;
    }

    /** Where the player is, in blocks, looking straight ahead. Any thread. */
    public void viewpoint(double x, double y, double z) {
        viewpoint = new Viewpoint(x, y, z, 0, 0);
    }

    /** Where the player is and where it looks. Any thread. */
    public void viewpoint(Viewpoint newViewpoint) {
        viewpoint = newViewpoint;
    }

    /** The network id of the player's own entity, whose state is never held. Any thread. */
    public void ownEntity(int entityId) {
        ownEntity = entityId;
    }

    /** The network id of what the player rides, or {@link #NO_ENTITY}. Any thread. */
    public void vehicle(int entityId) {
        vehicle = entityId;
    }

    /**
     * The player digs, clicks or changes a block: edits near it go out at once for two seconds, up to a bound (H25). Any
     * thread, before the server answers.
     */
    public void acted(int x, int y, int z) {
        actions.note(x, y, z, ACTION_REACH_BLOCKS, ticker.nanos());
    }

    /** As {@link #acted(int, int, int)}, where it is not known which block within the player's reach it was. */
    public void acted() {
        Viewpoint at = viewpoint;
        actions.note(
                (int) Math.floor(at.x()),
                (int) Math.floor(at.y()),
                (int) Math.floor(at.z()),
                PLAYER_REACH_BLOCKS,
                ticker.nanos());
    }

    /** Changes the configuration with the next pass. Any thread. */
    public void reconfigure(EngineConfig newConfig) {
        wantedConfig.set(newConfig);
    }

    /**
     * When this session acts: takes the server's ticks, and knows profile and clock. Any thread, for those of its methods
     * that say so. A profile is changed with {@link #reconfigure}, which brings its burst along.
     */
    public NetworkScheduler scheduler() {
        return scheduler;
    }

    /**
     * What was counted, as of the last tick that ended. Queue times are only kept that fresh for two seconds after a call,
     * see {@link QueueTimes}. Any thread.
     */
    public BandwidthStats stats() {
        queueTimes.ask();
        return stats;
    }

    /**
     * As {@link #stats}, for those who look at all players all the time: the queue times in it may be some seconds old, and
     * are not made anew because of this. Any thread.
     */
    public BandwidthStats lastStats() {
        return stats;
    }

    /**
     * Decides what becomes of a packet. After {@link Decision.Pass} the caller writes it and reports {@link #passed};
     * otherwise the engine has it.
     *
     * @param message what the packet is, null if that is unknown: it passes
     * @param receipt settled through the sink once the packet's fate is known
     */
    public Decision offer(@Nullable Message message, Object packet, @Nullable Object receipt) {
        if (message == null || bypassed || passesUndated(message)) {
            return Decision.PASS;
        }
        long now = ticker.nanos();
        advance(now);
        if (message.effect() != WorldEffect.NONE) {
            endWorld(message, now);
            return Decision.PASS;
        }
        if (!inPlay) {
            return Decision.PASS;
        }
        observe(message, now);
        if (isImmediate(message)) {
            packets.takeAlong(message, now);
            return Decision.PASS;
        }
        Decision decision = decide(message, packet, receipt, now);
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE) {
            packets.forgetEntities(message);
        }
        return decision;
    }

    /**
     * The fast path without a look at the clock: nothing that the message does depends on the time, and the credit is
     * plenty as of the last look, after which it has only grown.
     */
    private boolean passesUndated(Message message) {
        if (undatedOffers >= MAX_UNDATED_OFFERS
                || !passesAtOnce(message)
                || message.observation() != null
                || message.effect() != WorldEffect.NONE
                || message.type().role() == LifecycleRole.ENTITY_REMOVE
                || !inPlay
                || wantedConfig.get() != null
                || isImmediate(message)
                || packets.isKnown(message)
                || !bucket.goStale()) {
            return false;
        }
        undatedOffers++;
        packets.offered(message);
        return true;
    }

    private Decision decide(Message message, Object packet, @Nullable Object receipt, long now) {
        if (packets.isKnown(message)) {
            packets.suppress(packet, receipt);
            return Decision.ABSORB;
        }
        if (passesAtOnce(message) || answersAction(message, now)) {
            return Decision.PASS;
        }
        Decision decision = packets.hold(message, packet, receipt, now);
        if (packets.heldMessages() > config.maxHeldMessages() || packets.heldBytes() > config.maxHeldBytes()) {
            capReached = true;
            packets.releaseDownTo(config.maxHeldBytes(), config.maxHeldMessages(), now);
        }
        return decision;
    }

    /** Whether an edit that would wait passes all the same: it answers what the player did (H25). */
    private boolean answersAction(Message message, long now) {
        EditPlace edit = message.edit();
        if (edit == null) {
            return false;
        }
        long room = actions.room(edit, now);
        long taken = room == 0 ? 0 : packets.takeAlongWithin(room, message, now);
        if (taken == 0) {
            return false;
        }
        actions.spent(taken);
        answer = message;
        return true;
    }

    private void endWorld(Message message, long now) {
        packets.endWorld(now);
        actions.forget();
        inPlay = message.effect() == WorldEffect.NEW_WORLD;
        observe(message, now);
        ring.expect(now);
    }

    private void observe(Message message, long now) {
        packets.observe(message, now);
        Observation observation = message.observation();
        if (observation instanceof Observation.Teleported) {
            ring.expect(now);
        } else if (observation instanceof Observation.Struck(int victimId, int attackerId)) {
            int own = ownEntity;
            if (victimId == own || attackerId == own) {
                int other = packets.entityRow(victimId == own ? attackerId : victimId);
                if (other != EntityMemory.NO_ROW) {
                    priorities.memory().fought(other, clock.tick());
                }
            }
        }
    }

    /** Counts a packet that was written after {@link Decision.Pass}. */
    public void passed(@Nullable Message message, long wireBytes) {
        if (bucket.needsDate(wireBytes)) {
            bucket.refill(ticker.nanos());
        }
        boolean answers = message != null && message.equals(answer);
        if (answers) {
            answer = null;
        }
        packets.passed(
                message,
                wireBytes,
                message != null && !answers && message.effect() == WorldEffect.NONE && !isImmediate(message));
    }

    private void written(@Nullable Message message, long bytes) {
        sendRate.wrote(bytes);
        delivery.written(bytes, message != null && reliable.contains(message.type()));
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
        if (!hasHeld()) {
            return IDLE_PASS_NANOS;
        }
        long untilDue = scheduler.nanosUntilNextPass(ticker.nanos());
        // A link that is being followed is looked at while there is no credit as well.
        long untilCredit = config.control().automatic()
                ? 0
                : Math.min(bucket.nanosUntilCredit(), config.bandwidth().tickNanos());
        return Math.max(untilDue, untilCredit);
    }

    /** One pass, if the scheduler says that it is due: releases what the budget allows, with one flush. */
    public void pass() {
        long now = ticker.nanos();
        advance(now);
        packets.dropStale(now - config.maxDeferralNanos(), now);
        boolean nothingCanGo = packets.heldMessages() == 0 || !bucket.hasCredit();
        if (!nothingCanGo || lookedTick != clock.tick() || config.control().automatic()) {
            delivery.tick(now);
            look(now);
            sendRate.pace(now);
            view.pause(delivery.chunksPaused(), delivery.statePaused());
        }
        PassScope scope = scheduler.beginPass(now);
        if (scope == PassScope.NONE) {
            return;
        }
        ReplicationRequests order = gather(scope, now);
        if (packets.heldMessages() > 0 && bucket.hasCredit() && control.isOpen()) {
            long written = packets.writePackets(order, now, view);
            backlogged = isBacklogged();
            watch.observe(clock.tick(), priorities.isEntityWaiting(), backlogged);
            if (written > 0) {
                sink.flush();
            }
        } else {
            backlogged = isBacklogged();
        }
    }

    private boolean isBacklogged() {
        return packets.heldMessages() > 0 && !(bucket.hasCredit() && control.isOpen());
    }

    /** A rate that is sought is followed in each pass; beside a fixed one a look in each tick is enough. */
    private void look(long now) {
        if (lookedTick != clock.tick() || config.control().automatic()) {
            lookedTick = clock.tick();
            sendRate.look(now, backlogged);
        }
    }

    /** Makes the order anew; between two ticks of a hybrid clock the order of the last one stays. */
    private ReplicationRequests gather(PassScope scope, long now) {
        if (scope == PassScope.RELEASE) {
            view.moveTo(now);
            return priorities.gathered();
        }
        view.moveTo(now, viewpoint);
        priorities.favourRing(ring.isMissing(view.viewChunkX(), view.viewChunkZ(), now));
        return priorities.gather(view, clock.tick());
    }

    /**
     * Why an entity has its place among the others; empty if the engine knows no such entity. The client's thread.
     *
     * @param entityId the network id
     */
    public Optional<PriorityTerms> explain(int entityId) {
        int row = packets.entityRow(entityId);
        return row == EntityMemory.NO_ROW ? Optional.empty() : Optional.of(priorities.explain(row, clock.tick()));
    }

    /** Whether a cap has made held packets leave regardless of budget since the last call; so that it can be logged. */
    public boolean capReached() {
        boolean reached = capReached;
        capReached = false;
        return reached;
    }

    /** Whether the message is never held for this player. */
    public boolean isNeverHeld(Message message) {
        return message.effect() != WorldEffect.NONE || isImmediate(message);
    }

    /** Whether this very packet is held. */
    public boolean holds(Object packet) {
        return packets.holds(packet);
    }

    /**
     * Releases everything in order, and lets everything pass from now on: Sluice is going, or has failed.
     *
     * @throws RuntimeException if a packet could not be written; nothing is held then either
     */
    public void bypass() {
        bypassed = true;
        sendRate.leave();
        try {
            packets.releaseAll(ticker.nanos());
        } finally {
            sink.flush();
            publish();
        }
    }

    /** Lets go of what is held: the connection is gone. */
    public void close() {
        bypassed = true;
        sendRate.leave();
        packets.abandonAll(ticker.nanos());
        publish();
    }

    private boolean isImmediate(Message message) {
        if (message.type().kind() == DeliveryKind.IMMEDIATE
                || (managed & (1 << message.type().priority().ordinal())) == 0) {
            return true;
        }
        int own = ownEntity;
        int ridden = vehicle;
        return (own != NO_ENTITY || ridden != NO_ENTITY) && message.isAbout(own, ridden);
    }

    private static int managedBits(EngineConfig config) {
        int bits = 0;
        for (MessagePriority messageClass : config.managed()) {
            bits |= 1 << messageClass.ordinal();
        }
        return bits;
    }

    /** The fast path: nothing is held, there is credit, and no update interval withholds it. */
    private boolean passesAtOnce(Message message) {
        return packets.heldMessages() == 0
                && bucket.hasCredit()
                && control.isOpen()
                && !isPaused(message)
                && (message.type().kind() != DeliveryKind.STATE || adaptiveRate.entityUpdateInterval() == 1);
    }

    /** Whether the message waits for a link that stands still. */
    private boolean isPaused(Message message) {
        return (message.type().kind() == DeliveryKind.STATE && delivery.statePaused())
                || (message.type().priority() == MessagePriority.CHUNK_DATA && delivery.chunksPaused());
    }

    /** Brings credit, ticks and configuration up to the present. */
    private void advance(long now) {
        undatedOffers = 0;
        if (wantedConfig.get() != null) {
            applyConfig(now);
        }
        bucket.refill(now);
        int ended = clock.advance(now);
        for (int i = 0; i < ended; i++) {
            endTick();
        }
        if (ended > 0) {
            sendRate.followCap(now, backlogged);
            publish();
        }
    }

    private void endTick() {
        sendRate.endTick(counters.wireBytes - wireBytesAtTickStart);
        wireBytesAtTickStart = counters.wireBytes;
        counters.heldAtTickEnd = packets.heldMessages();
        adaptiveRate.adjust(
                config.adaptive().rtt() == AdaptiveConfig.Rtt.TOTAL ? control.rttMillis() : control.queueingMillis());
        watch.observe(clock.tick(), priorities.isEntityWaiting(), backlogged);
        priorities.adapt(adaptiveRate.entityUpdateInterval(), watch.pressure(), clock.tick());
    }

    private void applyConfig(long now) {
        EngineConfig wanted = wantedConfig.getAndSet(null);
        if (wanted == null) {
            return;
        }
        config = wanted;
        sendRate.reconfigure(config, now, backlogged);
        clock.retime(config.bandwidth().tickNanos());
        packets.reconfigure(config.maxDeferralNanos(), config.bandwidth().tickNanos(), config.profile()::mayDrop);
        priorities.reconfigure(config.shares(), config.profile()::entityIntervalAt);
        managed = managedBits(config);
        scheduler.retime(config.bandwidth().tickNanos());
        scheduler.configureScheduler(config.profile());
        delivery.reconfigure(config.profile().keepaliveMillis());
        reliable = new ReliableTypes(config.profile());
        adaptiveRate.reconfigure(config.adaptive());
    }

    private void publish() {
        stats = snapshot();
        scheduler.publish(delivery.snapshot());
    }

    private BandwidthStats snapshot() {
        return new BandwidthStats(
                clientId,
                tracker.currentBytesPerSecond(),
                tracker.peakBytesPerSecond(),
                tracker.averageBytesPerSecond(),
                counters.heldAtTickEnd,
                adaptiveRate.entityUpdateInterval(),
                sendRate.bytesPerSecond(),
                control.rttMillis(),
                packets.heldMessages(),
                packets.heldBytes(),
                counters.wireBytes,
                counters.releasedHeldBytes,
                counters.chargedBytes,
                counters.deferred,
                counters.merged,
                counters.dropped,
                counters.takenAlong,
                counters.suppressed,
                queueTimes.at(ticker.nanos(), clock.tick(), config),
                watch.pressure(),
                control.estimate(),
                packets.heldHeapBytes());
    }
}
