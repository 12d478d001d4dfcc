package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.Viewpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One scenario, sent to one client directly and to another one through the engine. */
final class OracleRun implements PacketSink, LinkProbe {

    /** How a problem of the scenario itself begins. */
    static final String AT_FAULT = "the scenario is at fault: ";

    /** How a problem begins that is an exception. */
    static final String FAILED = "failed with ";

    private static final long TICK_NANOS = 50_000_000;
    private static final long IDLE_PASS_NANOS = 250_000_000;

    /** Nothing is sendable for so long, even at the lowest rate after the largest debt. */
    private static final long STUCK_NANOS = 120_000_000_000L;

    /** The longest way of an answer, and the longest time between two markers, several times over. */
    private static final long REST_NANOS = 30_000_000_000L;

    private static final int KEPT_PROBLEMS = 10;

    private final Scenario scenario;
    private final @Nullable OrderingRule disabled;
    private final ModelClassifier classifier;
    private final ModelClient direct;
    private final ModelClient throttled;
    private final DeliveryChecks checks;
    private final OwnEdits ownEdits = new OwnEdits();
    private final HeldWatch watch;
    private final FakeTicker ticker = new FakeTicker();
    private final ModelLink link;
    private final ClientSession session;
    private final List<Sent> all = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private int serial;
    private long nextPassNanos;
    private long lastPassNanos;
    private long nextTickNanos;
    private boolean passScheduled;
    private double rttMillis = 20;
    private boolean metered = true;

    /** Whether all bytes were measured, so that the engine's count is the true one. */
    private boolean everMetered = true;

    private int ownId = ClientSession.NO_ENTITY;
    private boolean unflushed;
    private int written;
    private boolean bypassed;
    private boolean closed;

    private OracleRun(Scenario scenario, @Nullable OrderingRule disabled, HeldWatch watch) {
        this.scenario = scenario;
        this.disabled = disabled;
        this.watch = watch;
        this.classifier = new ModelClassifier(scenario.byIndex());
        this.direct = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, null);
        this.throttled = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, direct);
        this.nextTickNanos = ticker.nanos();
        this.checks = new DeliveryChecks(direct, throttled, scenario, this::problem);
        ModelComposer composer = new ModelComposer();
        this.lastPassNanos = ticker.nanos();
        this.link = new ModelLink(ticker, disabled != null && disabled.forgesOutstandingAnswers());
        this.session = new ClientSession(
                new UUID(0, 1),
                ModelConfig.of(ModelConfig.FIRST),
                ticker,
                new ClientLink(this, link, LinkProbe.NONE),
                disabled == null ? composer : disabled.composer(composer),
                this,
                RateCap.NONE,
                new SplittableRandom(1));
    }

    /** Runs a scenario; returns what went wrong, nothing if all is well. */
    static List<String> run(Scenario scenario) {
        return run(scenario, new HeldWatch());
    }

    /** Runs a scenario with one of the engine's rules out of force. */
    static List<String> run(Scenario scenario, @Nullable OrderingRule disabled) {
        return new OracleRun(scenario, disabled, new HeldWatch()).run();
    }

    /** Runs a scenario, and has a new watch note what it met with something held. */
    static List<String> run(Scenario scenario, HeldWatch watch) {
        return new OracleRun(scenario, null, watch).run();
    }

    private List<String> run() {
        try {
            for (Step step : scenario.steps()) {
                take(step);
                if (!problems.isEmpty()) {
                    return problems;
                }
            }
            if (!closed) {
                drain();
                rest();
                finish();
            }
            settled();
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            problem(FAILED + e + (trace.length > 0 ? " at " + trace[0] : ""));
        }
        return problems;
    }

    private void take(Step step) {
        if (closed) {
            return;
        }
        watch.taking(step);
        switch (step) {
            case Step.Send(ModelPacket packet) -> send(packet);
            case Step.Advance(int millis, boolean passes) -> advance(millis * 1_000_000L, passes);
            case Step.Configure configure -> {
                session.reconfigure(ModelConfig.of(configure));
                checks.configured(configure);
            }
            case Step.RoundTrip(int millis) -> rttMillis = millis;
            case Step.Meter(boolean on) -> {
                metered = on;
                everMetered &= on;
            }
            case Step.View(int x, int z) -> session.viewpoint(x * 16 + 8, 64, z * 16 + 8);
            case Step.Look(int x, int z, int yaw, int pitch) ->
                session.viewpoint(new Viewpoint(x * 16 + 8, 64, z * 16 + 8, yaw, pitch));
            case Step.Markers markers -> link.treat(markers);
            case Step.ForgedAnswers() -> {
                link.forge(session::confirmed);
                confirmations();
            }
            case Step.Acted acted -> {
                if (disabled == null || disabled.tellsActions()) {
                    session.acted(Places.blockX(acted.x(), acted.pos()), Places.BLOCK_Y, Places.blockZ(acted.z()));
                }
                ownEdits.acted(acted, ticker.nanos());
            }
            case Step.Own(int id) -> {
                if (disabled == null || disabled.tellsOwnEntity()) {
                    session.ownEntity(id);
                }
                ownId = id;
                unflushed = false;
                session.pass();
                flushed();
            }
            case Step.Vehicle(int id) -> session.vehicle(id < 0 ? ClientSession.NO_ENTITY : id);
            case Step.Bypass() -> {
                unflushed = false;
                session.bypass();
                bypassed = true;
                flushed();
            }
            case Step.Close() -> {
                session.close();
                closed = true;
            }
        }
    }

    private void send(ModelPacket packet) {
        Sent sent = sent(packet, false);
        direct.accept(sent);
        if (!direct.violations.isEmpty()) {
            problem(AT_FAULT + direct.violations.getFirst());
            return;
        }
        if (disabled != null && disabled.splitsBundles() && !sent.parts.isEmpty()) {
            for (Sent part : sent.parts) {
                all.add(part);
                offer(part);
            }
        } else {
            all.add(sent);
            offer(sent);
        }
    }

    private Sent sent(ModelPacket packet, boolean inBundle) {
        int own = serial++;
        List<Sent> parts = List.of();
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> packets)) {
            parts = new ArrayList<>(packets.size());
            for (ModelPacket part : packets) {
                parts.add(sent(part, true));
            }
        }
        return new Sent(own, packet, classifier.classify(packet), parts, inBundle);
    }

    private void offer(Sent sent) {
        checks.offered(sent);
        watch.offering(sent);
        boolean mustPass = isNeverHeld(sent.message) || ownEdits.mustPass(sent, ticker.nanos());
        Message message = disabled == null ? sent.message : disabled.offered(sent.packet, classifier);
        Decision decision = session.offer(message, sent, sent);
        if (decision instanceof Decision.Pass) {
            session.passed(message, write(sent, sent));
        } else if (mustPass) {
            problem("held: " + sent);
        } else if (decision instanceof Decision.Hold && sent.settled == 0) {
            ownEdits.held(sent);
            watch.held(sent);
        }
        watch.decided(session.capReached() != null);
        gone(sent);
        if (disabled == null && !bypassed) {
            forgotten(sent);
        }
        if (session.hasHeld() && !passScheduled) {
            schedule();
        }
    }

    /** What is gone for the server is gone for the client once nothing of it is held any more. */
    private void gone(Sent sent) {
        sent.parts.forEach(this::gone);
        if (sent.packet instanceof ModelPacket.Remove(int[] ids)) {
            for (int id : ids) {
                if (!watch.isEntityHeld(id) && throttled.entities[id] != null) {
                    problem("a ghost after " + sent + ": entity " + id + ", " + throttled.entities[id]);
                }
            }
        } else if (sent.packet instanceof ModelPacket.Unload(int x, int z)
                && !ownEdits.isChunkHeld(x, z)
                && throttled.chunks[Places.index(x, z)] != null) {
            problem("a ghost after " + sent + ": " + throttled.chunks[Places.index(x, z)]);
        }
    }

    /** What is gone for the server is not remembered for the order, in a bundle or not. */
    private void forgotten(Sent sent) {
        sent.parts.forEach(this::forgotten);
        if (sent.packet instanceof ModelPacket.Remove(int[] ids)) {
            for (int id : ids) {
                if (session.explain(id).isPresent()) {
                    problem("remembered beyond " + sent);
                }
            }
        }
    }

    /** Whether a packet must be delivered at once. */
    private boolean isNeverHeld(@Nullable Message message) {
        if (message == null
                || message.type().kind() == DeliveryKind.IMMEDIATE
                || message.effect() != WorldEffect.NONE) {
            return true;
        }
        for (Message.Key key : message.keys()) {
            if (OrderingKey.isEntity(key.key()) && OrderingKey.entityId(key.key()) == ownId) {
                return true;
            }
        }
        return false;
    }

    private void schedule() {
        nextPassNanos = ticker.nanos() + session.nanosUntilNextPass();
        passScheduled = true;
    }

    private void advance(long nanos, boolean passes) {
        long end = ticker.nanos() + nanos;
        if (!passes) {
            ticker.advanceNanos(nanos);
        }
        while (true) {
            boolean tickFirst =
                    session.scheduler().wantsTicks() && (!passScheduled || nextTickNanos - nextPassNanos < 0);
            long next = tickFirst ? nextTickNanos : nextPassNanos;
            if ((!tickFirst && !passScheduled) || next - end > 0) {
                break;
            }
            ticker.advanceNanos(Math.max(0, next - ticker.nanos()));
            if (tickFirst) {
                nextTickNanos = ticker.nanos() + TICK_NANOS;
                session.scheduler().tickScheduler(ticker.nanos());
            }
            pass();
        }
        ticker.advanceNanos(Math.max(0, end - ticker.nanos()));
        if (ticker.nanos() - lastPassNanos >= IDLE_PASS_NANOS && !session.hasHeld()) {
            pass();
        }
    }

    private void pass() {
        lastPassNanos = ticker.nanos();
        link.deliver(session::confirmed);
        unflushed = false;
        session.pass();
        flushed();
        watch.passed(session.getHealth().status() == NetworkHealth.Status.STALLED);
        confirmations();
        passScheduled = false;
        if (session.hasHeld()) {
            schedule();
        }
    }

    private void drain() {
        long lastWrite = ticker.nanos();
        while (session.hasHeld()) {
            int before = written;
            advance(TICK_NANOS, true);
            if (written > before) {
                lastWrite = ticker.nanos();
            } else if (ticker.nanos() - lastWrite > STUCK_NANOS) {
                problem("nothing goes out any more: " + session.stats());
                return;
            }
        }
    }

    /** The engine never takes more for confirmed than is. */
    private void confirmations() {
        long unconfirmed = session.stats().wireBytes() - link.confirmed();
        if (everMetered && session.getHealth().bytesInFlight() < unconfirmed) {
            problem("expected at least " + unconfirmed + " bytes in flight, found " + session.getHealth());
        }
    }

    /** A link that answers confirms everything in the end. */
    private void rest() {
        long start = ticker.nanos();
        while (link.isAnswering() && session.getHealth().bytesInFlight() > 0) {
            advance(IDLE_PASS_NANOS, true);
            if (ticker.nanos() - start > REST_NANOS) {
                problem("never confirmed: " + session.getHealth());
                return;
            }
        }
        if (link.isAnswering() && session.getHealth().unconfirmedReliable() != 0) {
            problem("reliable, and never confirmed: " + session.getHealth());
        }
    }

    private void finish() {
        problems.addAll(WorldDiff.between(direct, throttled));
        throttled.violations.forEach(this::problem);
    }

    private void settled() {
        for (Sent sent : all) {
            if (sent.settled != 1) {
                problem("settled " + sent.settled + " times: " + sent);
            }
        }
    }

    private void flushed() {
        if (unflushed) {
            problem("written without a flush");
        }
    }

    private void problem(String what) {
        if (problems.size() < KEPT_PROBLEMS) {
            problems.add(what);
        }
    }

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        Sent sent = (Sent) packet;
        unflushed = true;
        written++;
        settle(sent, receipt);
        checks.delivering(sent);
        throttled.accept(sent);
        if (!throttled.violations.isEmpty()) {
            problem(throttled.violations.getFirst());
        }
        checks.delivered(sent);
        long bytes = WireSizes.of(sent);
        link.written(bytes);
        return metered ? bytes : UNMETERED;
    }

    @Override
    public void flush() {
        unflushed = false;
    }

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
        checks.superseded((Sent) packet);
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
        if (!closed) {
            closed = true;
        }
    }

    @SuppressWarnings("ReferenceEquality") // a packet is its own receipt
    private void settle(Sent sent, @Nullable Object receipt) {
        if (!(receipt instanceof Sent owner)) {
            problem("no receipt for " + sent);
            return;
        }
        if (owner != sent && sent.serial != Sent.COMPOSED) {
            problem("the receipt of " + owner + " with " + sent);
        }
        owner.settled++;
        if (owner.held) {
            watch.left(owner);
        }
        ownEdits.left(owner);
        if (owner.settled > 1) {
            problem("settled twice: " + owner);
        }
    }

    @Override
    public LinkReading read() {
        return LinkReading.ofRtt(rttMillis);
    }

    @Override
    public String name() {
        return "model";
    }
}
