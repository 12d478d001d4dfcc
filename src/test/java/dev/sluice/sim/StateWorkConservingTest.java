package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.ClockPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No pass ends with credit and a state that no update interval withholds; under each clock, whenever between two ticks it came.
 * What of its entity stands before it may go as well: no message of this load waits for anything but the budget.
 */
final class StateWorkConservingTest {

    private static final long RATE = 125_000;
    private static final int SEEDS = 4;
    private static final int ENTITIES = 60;
    private static final int TICKS = 400;
    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    @ParameterizedTest
    @EnumSource(ClockPolicy.class)
    void pass_stateOfEntitiesHeld_endsWithoutCredit(ClockPolicy clock) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            BoundsRig rig = new BoundsRig(SessionFixture.clocked(CONFIG, clock));
            StateWatch watch = new StateWatch(rig);
            rig.observers.add(watch);
            // Or it waits for a server's ticks, which never come: nothing may lie idle until others stand in for them.
            if (seed % 2 == 0) {
                rig.tickInternally();
            }
            load(rig, seed, rig::runTo);
            assertNothingIdle(watch, seed);
        }
    }

    /** A server's ticks end when they do: the order is of the last one, and turns come with ticks of the session's own. */
    @ParameterizedTest
    @ValueSource(longs = {10, 25, 45})
    void pass_hybridClockOfAServer_endsWithoutCreditBetweenItsTicks(long phaseMillis) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            BoundsRig rig = new BoundsRig(SessionFixture.clocked(CONFIG, ClockPolicy.HYBRID));
            StateWatch watch = new StateWatch(rig);
            rig.observers.add(watch);
            rig.runTo(phaseMillis * BoundsRig.MILLI);
            load(rig, seed, end -> runTicking(rig, end, phaseMillis * BoundsRig.MILLI));
            assertNothingIdle(watch, seed);
        }
    }

    private static void runTicking(BoundsRig rig, long end, long phase) {
        long tick = 50 * BoundsRig.MILLI;
        for (long at = nextTick(rig, tick, phase); at <= end; at = nextTick(rig, tick, phase)) {
            rig.runTo(at);
            rig.client.session().scheduler().tickScheduler(at);
            rig.client.pass();
        }
        rig.runTo(end);
    }

    private static long nextTick(BoundsRig rig, long tick, long phase) {
        return ((rig.clock.nanos() - phase) / tick + 1) * tick + phase;
    }

    private static void assertNothingIdle(StateWatch watch, int seed) {
        assertEquals(List.of(), watch.idle, "seed " + seed);
        String found = "seed " + seed + ": " + watch.released + " went, withheld " + watch.withheld + " times";
        assertTrue(watch.released > 1_000 && watch.withheld > 0, found);
    }

    /** Creatures near and far that move at any time, with chunks that take the link for a part of a tick or for several. */
    private static void load(BoundsRig rig, long seed, LongConsumer run) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int id = 0; id < ENTITIES; id++) {
            rig.offer(TestPacket.spawnAt(id, random.nextInt(100), 64, random.nextInt(100)));
        }
        for (int tick = 0; tick < TICKS; tick++) {
            // Now the link is full for seconds, now it has room in each tick.
            boolean full = tick / 50 % 2 == 0;
            long end = rig.clock.nanos() + 50 * BoundsRig.MILLI;
            if (random.nextInt(full ? 1 : 2) == 0) {
                rig.offer(TestPacket.chunk(tick % 7, tick / 7, random.nextInt(500, full ? 12_000 : 6_000)));
            }
            for (int i = 0; i < 30; i++) {
                int id = random.nextInt(ENTITIES);
                switch (random.nextInt(20)) {
                    case 0 -> rig.offer(TestPacket.spawnAt(id, random.nextInt(100), 64, random.nextInt(100)));
                    case 1, 2, 3 -> rig.offer(TestPacket.head(id, "head"));
                    default -> rig.offer(TestPacket.move(id, random.nextInt(1, 300), 0, random.nextInt(1, 300)));
                }
                if (random.nextInt(3) == 0) {
                    run.accept(Math.min(end, rig.clock.nanos() + random.nextLong(10 * BoundsRig.MILLI)));
                }
            }
            run.accept(end);
        }
    }

    private static final class StateWatch implements ClientObserver {
        private final BoundsRig rig;
        private final UndatedBytes undated;
        private final Set<SimPacket> states = new LinkedHashSet<>();
        private final List<String> idle = new ArrayList<>();
        private int withheld;
        private int released;

        StateWatch(BoundsRig rig) {
            this.rig = rig;
            this.undated = new UndatedBytes(rig.credit);
            rig.observers.add(undated);
        }

        @Override
        public void held(SimPacket packet) {
            if (packet.isWaiting() && packet.message().type().kind() == DeliveryKind.STATE) {
                states.add(packet);
            }
        }

        @Override
        public void ended(SimPacket packet) {
            released += states.remove(packet) ? 1 : 0;
        }

        @Override
        public void passEnded() {
            double credit = rig.credit.bytes();
            if (credit <= undated.tolerance()) {
                return;
            }
            for (SimPacket state : states) {
                if (isWithheld(rig.client.session(), state)) {
                    withheld++;
                } else {
                    idle.add(state.message() + " since " + state.sinceNanos() + " at " + rig.clock.nanos() + " with "
                            + credit + " bytes of credit");
                }
            }
        }

        private static boolean isWithheld(ClientSession session, SimPacket state) {
            return session.explain(entityId(state))
                    .filter(PriorityTerms::withheld)
                    .isPresent();
        }

        private static int entityId(SimPacket state) {
            if (state.message().target() instanceof Target.EntityTarget(int id)) {
                return id;
            }
            throw new IllegalArgumentException("expected an entity's state, found " + state.message());
        }
    }
}
