package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.Viewpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One scenario, sent to one client directly and to another one through a relay that takes packets and gives them back at
 * the ends of ticks: some from other threads, some from within what is given back.
 */
public final class RelayRun {

    /** What is between server and client. */
    public interface Relay {

        /** Whether it takes a packet, which then does not go on by itself. */
        boolean take(Message message, Object packet, boolean mainThread);

        /**
         * A tick ends.
         *
         * @throws RuntimeException if something went wrong since the last one
         */
        void endTick();

        /** Gives everything back, and takes nothing any more. */
        void end();

        ClientSession session();
    }

    /** Makes a relay that gives packets back to a consumer. */
    public interface Relays {
        Relay make(Function<ClientLink, ClientSession> sessions, Consumer<Object> resend);
    }

    private static final long TICK_NANOS = 50_000_000;

    /** Nothing is sendable for so long, even at the lowest rate after the largest debt. */
    private static final int STUCK_TICKS = 2_400;

    private final ModelClassifier classifier;
    private final Stream stream;
    private final ModelClient direct;
    private final ModelClient throttled;
    private final DeliveryChecks checks;
    private final FakeTicker ticker = new FakeTicker();
    private final SplittableRandom random;
    private final Relay relay;
    private final Deque<Step> steps;
    private final List<String> problems = new ArrayList<>();
    private long nextTickNanos = ticker.nanos() + TICK_NANOS;
    private int deliveries;
    private boolean enabled;
    private boolean closed;

    /** Whether a packet is on its way at whose delivery the two clients are compared, so that nothing is sent meanwhile. */
    private boolean judged;

    /** Which part of what may come from other threads does. */
    private final int fromOthersOneIn;

    private RelayRun(long seed, Scenario scenario, Relays relays) {
        random = new SplittableRandom(seed);
        fromOthersOneIn = 1 + random.nextInt(8);
        classifier = new ModelClassifier(scenario.byIndex());
        stream = new Stream(classifier);
        direct = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, null);
        throttled = new ModelClient(scenario.byIndex(), Contract.FIRST_RADIUS, direct);
        // A chunk may have been released, and not yet be sent, when its unload comes from within another.
        checks = new DeliveryChecks(direct, throttled, false, this::problem);
        steps = new ArrayDeque<>(scenario.steps());
        enabled = !steps.contains(new Step.Enable());
        relay = relays.make(
                link -> new ClientSession(
                        new UUID(0, Places.OWN_PROFILE),
                        ModelConfig.of(ModelConfig.FIRST),
                        ticker,
                        link,
                        new ModelComposer(),
                        LinkProbe.NONE,
                        ServerCaps.NONE,
                        new SplittableRandom(1)),
                this::resent);
    }

    /** Runs the scenario of a seed; returns what there is to say of a failure, null if all is well. */
    public static @Nullable String run(long seed, String line, Relays relays) {
        Scenario scenario = Generator.scenario(seed);
        Function<Scenario, List<String>> run = each -> new RelayRun(seed, each, relays).run();
        return run.apply(scenario).isEmpty() ? null : Report.of(line, scenario, run, small -> "");
    }

    private List<String> run() {
        try {
            while (!steps.isEmpty() && !closed && problems.isEmpty()) {
                take(steps.remove());
            }
            if (!closed && problems.isEmpty()) {
                drain();
                problems.addAll(WorldDiff.between(direct, throttled));
            }
        } catch (RuntimeException e) {
            problem(OracleRun.FAILED + e);
        }
        return problems;
    }

    private void take(Step step) {
        ClientSession session = relay.session();
        switch (step) {
            case Step.Send(ModelPacket packet) -> {
                if (isAnswer(packet)) {
                    // Actions are handled between two ticks: what was released before is with the client.
                    endTick();
                }
                send(packet, random.nextInt(fromOthersOneIn) != 0);
            }
            case Step.Advance(int millis, boolean passes) -> advance(millis * 1_000_000L, passes);
            case Step.Configure configure -> {
                session.reconfigure(ModelConfig.of(configure));
                checks.configured(configure);
            }
            case Step.View(int x, int z) -> session.viewpoint(x * 16 + 8, 64, z * 16 + 8);
            case Step.Look(int x, int z, int yaw, int pitch) ->
                session.viewpoint(new Viewpoint(x * 16 + 8, 64, z * 16 + 8, yaw, pitch));
            case Step.Acted acted ->
                session.acted(Places.blockX(acted.x(), acted.pos()), Places.BLOCK_Y, Places.blockZ(acted.z()));
            case Step.Own(int id) -> session.ownEntity(id);
            case Step.Vehicle(int id) -> session.carriedBy(id < 0 ? new int[0] : new int[] {id});
            case Step.Enable() -> {
                direct.inherit(session);
                checks.enabled(direct.dimension(), stream.serial());
                enabled = true;
            }
            case Step.Bypass() -> relay.end();
            case Step.Close() -> closed = true;
            // There are no probes without a channel, and nothing is measured.
            case Step.RoundTrip roundTrip -> {}
            case Step.Meter meter -> {}
            case Step.Markers markers -> {}
            case Step.ForgedAnswers answers -> {}
        }
    }

    private void send(ModelPacket packet, boolean mainThread) {
        Sent sent = stream.next(packet);
        direct.accept(sent);
        if (!direct.violations.isEmpty()) {
            problem(OracleRun.AT_FAULT + direct.violations.getFirst());
            return;
        }
        if (enabled) {
            checks.offered(sent);
        }
        Message message = sent.message;
        boolean before = judged;
        judged |= message != null && !mayComeFromAnywhere(message);
        if (!enabled || message == null || !relay.take(message, sent, mainThread || !mayComeFromAnywhere(message))) {
            deliver(sent);
        }
        judged = before;
    }

    /** Whether it answers an action of the player. */
    private static boolean isAnswer(ModelPacket packet) {
        return switch (packet) {
            case ModelPacket.Bundle(List<ModelPacket> parts) -> parts.stream().anyMatch(RelayRun::isAnswer);
            case ModelPacket.Edit edit -> edit.action() > 0;
            case ModelPacket.Section section -> section.action() > 0;
            default -> false;
        };
    }

    /** The server's own thread sends in order; what others send has only its keys. */
    private static boolean mayComeFromAnywhere(Message message) {
        return message.type().kind() != DeliveryKind.IMMEDIATE && message.effect() == WorldEffect.NONE;
    }

    private void resent(Object packet) {
        deliver((Sent) packet);
        if (!judged && random.nextInt(16) == 0 && steps.peek() instanceof Step.Send(ModelPacket next)) {
            Message message = classifier.classify(next);
            if (message != null && mayComeFromAnywhere(message) && !isAnswer(next)) {
                // A listener of another plugin answers to what it sees.
                steps.remove();
                send(next, true);
            }
        }
    }

    private void deliver(Sent sent) {
        deliveries++;
        checks.delivering(sent);
        throttled.accept(sent);
        if (!throttled.violations.isEmpty()) {
            problem(throttled.violations.getFirst());
        }
        checks.delivered(sent);
    }

    /** Lets time pass, with the ticks' ends; without, a single tick takes so long. */
    private void advance(long nanos, boolean ticks) {
        long end = ticker.nanos() + nanos;
        while (ticks && nextTickNanos - end <= 0) {
            ticker.advanceNanos(Math.max(0, nextTickNanos - ticker.nanos()));
            endTick();
        }
        ticker.advanceNanos(Math.max(0, end - ticker.nanos()));
    }

    private void endTick() {
        nextTickNanos = ticker.nanos() + TICK_NANOS;
        relay.endTick();
    }

    private void drain() {
        // What came from other threads is decided first.
        endTick();
        int idle = 0;
        while (relay.session().hasHeld()) {
            int before = deliveries;
            advance(TICK_NANOS, true);
            idle = deliveries > before ? 0 : idle + 1;
            if (idle > STUCK_TICKS) {
                problem("nothing goes out any more: " + relay.session().stats());
                return;
            }
        }
        endTick();
    }

    private void problem(String what) {
        if (problems.size() < 10) {
            problems.add(what);
        }
    }
}
