package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.priority.Viewpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One scenario, sent to one client directly and to another one through the engine. */
final class OracleRun implements LinkProbe {

    /** How a problem of the scenario itself begins. */
    static final String AT_FAULT = "the scenario is at fault: ";

    /** How a problem begins that is an exception. */
    static final String FAILED = "failed with ";

    private static final int KEPT_PROBLEMS = 10;

    private final Scenario scenario;
    private final @Nullable Distortion distortion;
    private final ModelClassifier classifier;
    private final Stream stream;
    private final ModelClient direct;
    private final ModelClient throttled;
    private final DeliveryChecks checks;
    private final OwnEdits ownEdits = new OwnEdits();
    private final OwnVehicle ownVehicle = new OwnVehicle();
    private final HeldWatch watch;
    private final FakeTicker ticker = new FakeTicker();
    private final ModelLink link;
    private final JudgedSink sink;
    private final ClientSession session;
    private final PassLoop loop;
    private final List<String> problems = new ArrayList<>();

    private double rttMillis = 20;
    private int ownId = ClientSession.NO_ENTITY;
    private boolean enabled;
    private boolean bypassed;
    private boolean closed;

    private OracleRun(Scenario scenario, @Nullable Distortion distortion, HeldWatch watch) {
        this.scenario = scenario;
        this.distortion = distortion;
        this.watch = watch;
        this.classifier = new ModelClassifier(scenario.byIndex());
        this.stream = new Stream(classifier);
        this.direct = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, null);
        this.throttled = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, direct);
        this.checks = new DeliveryChecks(direct, throttled, scenario.holdsChunks(), this::problem);
        this.link = new ModelLink(ticker, distortion != null && distortion.forgesOutstandingAnswers());
        this.sink = new JudgedSink(throttled, checks, ownEdits, watch, link, this::problem);
        ModelComposer composer = new ModelComposer();
        this.session = new ClientSession(
                new UUID(0, Places.OWN_PROFILE),
                ModelConfig.of(ModelConfig.FIRST),
                ticker,
                new ClientLink(sink, link, LinkProbe.NONE),
                distortion == null ? composer : distortion.composer(composer),
                this,
                ServerCaps.NONE,
                new SplittableRandom(1));
        this.enabled = !scenario.steps().contains(new Step.Enable());
        this.loop = new PassLoop(ticker, session, link, sink, watch, this::problem);
    }

    /** Runs a scenario; returns what went wrong, nothing if all is well. */
    static List<String> run(Scenario scenario) {
        return run(scenario, new HeldWatch());
    }

    /** Runs a scenario with an engine that is not told the truth. */
    static List<String> run(Scenario scenario, @Nullable Distortion distortion) {
        return new OracleRun(scenario, distortion, new HeldWatch()).run();
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
                loop.drain();
                loop.rest();
                finish();
                loop.idle();
            }
            if (!bypassed) {
                sink.assertCounted(session.stats());
            }
            sink.assertSettled();
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
            case Step.Advance(int millis, boolean passes) -> loop.advance(millis * 1_000_000L, passes);
            case Step.Configure configure -> {
                session.reconfigure(ModelConfig.of(configure));
                checks.configured(configure);
            }
            case Step.RoundTrip(int millis) -> rttMillis = millis;
            case Step.Meter(boolean on) -> sink.meter(on);
            case Step.View(int x, int z) -> session.viewpoint(x * 16 + 8, 64, z * 16 + 8);
            case Step.Look(int x, int z, int yaw, int pitch) ->
                session.viewpoint(new Viewpoint(x * 16 + 8, 64, z * 16 + 8, yaw, pitch));
            case Step.Markers markers -> link.treat(markers);
            case Step.ForgedAnswers() -> {
                link.forge(session::confirmed);
                loop.confirmations();
            }
            case Step.Acted acted -> {
                if (distortion == null || distortion.tellsActions()) {
                    session.acted(Places.blockX(acted.x(), acted.pos()), Places.BLOCK_Y, Places.blockZ(acted.z()));
                }
                ownEdits.acted(acted, ticker.nanos());
            }
            case Step.Own(int id) -> {
                if (distortion == null || distortion.tellsOwnEntity()) {
                    session.ownEntity(id);
                }
                ownId = id;
                sink.flushing(session::pass);
            }
            case Step.Vehicle(int id) -> session.carriedBy(id < 0 ? new int[0] : new int[] {id});
            case Step.Enable() -> enable();
            case Step.Bypass() -> {
                sink.flushing(session::bypass);
                bypassed = true;
            }
            case Step.Close() -> {
                session.close();
                closed = true;
            }
        }
    }

    private void enable() {
        if (distortion == null || distortion.tellsInheritance()) {
            direct.inherit(session);
        }
        checks.enabled(direct.dimension(), stream.serial());
        watch.enter(direct.dimension());
        enabled = true;
    }

    private void send(ModelPacket packet) {
        Sent sent = stream.next(packet);
        direct.accept(sent);
        if (!direct.violations.isEmpty()) {
            problem(AT_FAULT + direct.violations.getFirst());
            return;
        }
        if (!enabled) {
            throttled.accept(sent);
        } else if (distortion != null && distortion.splitsBundles() && !sent.parts.isEmpty()) {
            for (Sent part : sent.parts) {
                sink.offering(part);
                offer(part);
            }
        } else {
            sink.offering(sent);
            offer(sent);
        }
    }

    private void offer(Sent sent) {
        checks.offered(sent);
        watch.offering(sent);
        boolean letsGo = ownVehicle.letsGo(sent, ownId);
        boolean mustPass =
                letsGo || isNeverHeld(sent.message) || isOwnListing(sent) || ownEdits.mustPass(sent, ticker.nanos());
        Message message = distortion == null ? sent.message : distortion.offered(sent.packet, classifier);
        Decision decision = session.offer(message, sent, sent);
        if (decision instanceof Decision.Pass) {
            session.passed(message, sink.write(sent, sent));
        } else if (mustPass) {
            problem("held: " + sent);
        } else if (decision instanceof Decision.Hold && sent.settled == 0) {
            ownEdits.held(sent);
            watch.held(sent);
        }
        watch.decided(session.capReached() != null);
        gone(sent);
        if (distortion == null && !bypassed) {
            forgotten(sent);
        }
        loop.offered();
    }

    /** What is gone for the server is gone for the client once nothing of it is held any more. */
    private void gone(Sent sent) {
        sent.parts.forEach(this::gone);
        if (sent.packet instanceof ModelPacket.Remove(int[] ids)) {
            for (int id : ids) {
                if (direct.entities[id] == null && !watch.isEntityHeld(id) && throttled.entities[id] != null) {
                    problem("a ghost after " + sent + ": entity " + id + ", " + throttled.entities[id]);
                }
            }
        } else if (sent.packet instanceof ModelPacket.Unload(int x, int z)
                && direct.chunks.kept(x, z) == null
                && !ownEdits.isChunkHeld(x, z)
                && throttled.chunks.kept(x, z) != null) {
            problem("a ghost after " + sent + ": " + throttled.chunks.kept(x, z));
        }
    }

    /** What is gone for the server is not remembered for the order, in a bundle or not. */
    private void forgotten(Sent sent) {
        sent.parts.forEach(this::forgotten);
        if (sent.packet instanceof ModelPacket.Remove(int[] ids)) {
            for (int id : ids) {
                if (direct.entities[id] == null && session.explain(id).isPresent()) {
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

    /** Whether a packet lists the player itself. */
    private static boolean isOwnListing(Sent sent) {
        return sent.parts.stream().anyMatch(OracleRun::isOwnListing)
                || (sent.packet instanceof ModelPacket.InfoUpdate(int[] profiles)
                        && Arrays.stream(profiles).anyMatch(profile -> profile == Places.OWN_PROFILE));
    }

    private void finish() {
        problems.addAll(WorldDiff.between(direct, throttled));
        throttled.violations.forEach(this::problem);
    }

    private void problem(String what) {
        if (problems.size() < KEPT_PROBLEMS) {
            problems.add(what);
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
