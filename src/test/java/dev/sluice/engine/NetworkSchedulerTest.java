package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.schedule.PassScope;
import dev.sluice.engine.schedule.SchedulerClock;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class NetworkSchedulerTest {

    private static final long MILLI = 1_000_000;
    private static final long TICK = 50 * MILLI;
    private static final long QUANTUM = 10 * MILLI;
    private static final long TIMEOUT = NetworkScheduler.EXTERNAL_TIMEOUT_NANOS;

    @Test
    void independent_eachQuantum_gathers() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);

            assertEquals(PassScope.NONE, scheduler.beginPass(start + QUANTUM - 1));
            assertEquals(1, scheduler.nanosUntilNextPass(start + QUANTUM - 1));
            assertTrue(scheduler.isDue(start + QUANTUM));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + QUANTUM));
            assertEquals(PassScope.NONE, scheduler.beginPass(start + QUANTUM));
            assertEquals(QUANTUM, scheduler.nanosUntilNextPass(start + QUANTUM));
        });
    }

    @Test
    void nanosUntilNextPass_followingCaller_isTheMeanOfWhatItDid() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
            assertEquals(0, scheduler.callerPassNanos());

            scheduler.followCaller();

            assertEquals(TICK, scheduler.nanosUntilNextPass(start));
            long now = start;
            for (int i = 0; i < 200; i++) {
                now += 2 * TICK;
                assertEquals(PassScope.GATHER, scheduler.beginPass(now));
            }
            long nanos = scheduler.callerPassNanos();
            assertTrue(Math.abs(nanos - 2 * TICK) < 10, () -> nanos + " ns");
            assertEquals(nanos - MILLI, scheduler.nanosUntilNextPass(now + MILLI));
            assertEquals(0, scheduler.nanosUntilNextPass(now + 3 * TICK));
        });
    }

    /** A hitch is no cadence: predictions would be off for long. */
    @Test
    void callerPassNanos_afterAHitch_changesByAnEighthOfASecondAtMost() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
            scheduler.followCaller();
            scheduler.beginPass(start + 60_000 * MILLI);
            assertTrue(scheduler.callerPassNanos() <= TICK + 125 * MILLI);
            // A clock that goes back.
            scheduler.beginPass(start);
            assertTrue(scheduler.callerPassNanos() >= 1);
        });
    }

    @Test
    void isPassPromised_passMade_onlyUntilThen() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
            assertFalse(scheduler.isPassPromised(start + TICK));

            scheduler.promisePass(start, QUANTUM);

            assertFalse(scheduler.isPassPromised(start + QUANTUM - 1));
            assertTrue(scheduler.isPassPromised(start + QUANTUM));
            scheduler.beginPass(start + QUANTUM);
            assertFalse(scheduler.isPassPromised(start + TICK));
        });
    }

    @Test
    void independent_ticked_takesNoNotice() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);

            scheduler.tickScheduler(start + 1);

            assertFalse(scheduler.isDue(start + 1));
            assertFalse(scheduler.wantsTicks());
            scheduler.beginPass(start + 10 * TIMEOUT);
            assertEquals(0, scheduler.substitutions());
        });
    }

    @Test
    void kernel_ticked_gathersOncePerTick() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);

            assertFalse(scheduler.isDue(start + TICK));
            scheduler.tickScheduler(start + TICK);
            scheduler.tickScheduler(start + TICK + 1);

            assertEquals(0, scheduler.nanosUntilNextPass(start + TICK + 1));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + TICK + 1));
            assertEquals(PassScope.NONE, scheduler.beginPass(start + TICK + 2));
            assertEquals(TIMEOUT - 1, scheduler.nanosUntilNextPass(start + TICK + 2));
        });
    }

    @Test
    void kernel_withoutTicks_isDrivenByTheInternalClockAfterTheTimeout() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);

            assertEquals(PassScope.NONE, scheduler.beginPass(start + TIMEOUT - 1));
            assertEquals(1, scheduler.nanosUntilNextPass(start + TIMEOUT - 1));
            assertEquals(0, scheduler.substitutions());
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + TIMEOUT));
            assertEquals(1, scheduler.substitutions());
            assertEquals(TICK, scheduler.nanosUntilNextPass(start + TIMEOUT));
            assertEquals(PassScope.NONE, scheduler.beginPass(start + TIMEOUT + TICK - 1));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + TIMEOUT + TICK));
            assertEquals(1, scheduler.substitutions());
        });
    }

    @Test
    void kernel_tickAfterASubstitution_isExternalAgain() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);
            scheduler.beginPass(start + TIMEOUT);
            long back = start + TIMEOUT + TICK / 2;

            scheduler.tickScheduler(back);

            assertEquals(PassScope.GATHER, scheduler.beginPass(back));
            assertEquals(PassScope.NONE, scheduler.beginPass(back + 2 * TICK));
            assertEquals(PassScope.GATHER, scheduler.beginPass(back + TIMEOUT));
            assertEquals(2, scheduler.substitutions());
        });
    }

    @Test
    void kernel_internalClock_makesItsOwnTicksOnAGrid() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);
            scheduler.setSchedulerClock(SchedulerClock.INTERNAL);
            scheduler.beginPass(start);

            assertFalse(scheduler.wantsTicks());
            scheduler.tickScheduler(start + 1);
            assertEquals(PassScope.NONE, scheduler.beginPass(start + TICK - 1));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + 3 * TICK + 7));
            assertEquals(TICK - 7, scheduler.nanosUntilNextPass(start + 3 * TICK + 7));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + 4 * TICK));
            assertEquals(0, scheduler.substitutions());
        });
    }

    @Test
    void hybrid_betweenTicks_releasesInTheOrderOfTheLastTick() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.HYBRID, start);
            scheduler.tickScheduler(start + 1);

            assertEquals(PassScope.GATHER, scheduler.beginPass(start + 1));
            assertEquals(PassScope.NONE, scheduler.beginPass(start + QUANTUM));
            assertEquals(1, scheduler.nanosUntilNextPass(start + QUANTUM));
            assertEquals(PassScope.RELEASE, scheduler.beginPass(start + 1 + QUANTUM));
            scheduler.tickScheduler(start + QUANTUM + 2);
            assertEquals(0, scheduler.nanosUntilNextPass(start + QUANTUM + 2));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + QUANTUM + 2));
        });
    }

    /** There is no order of a tick yet in which anything could be released. */
    @Test
    void hybrid_beforeTheFirstTick_gathersOnce() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.HYBRID, start);
            assertTrue(scheduler.isOrderDue(start));

            assertEquals(QUANTUM, scheduler.nanosUntilNextPass(start));
            assertEquals(PassScope.GATHER, scheduler.beginPass(start + QUANTUM));
            assertFalse(scheduler.isOrderDue(start + QUANTUM));
            assertEquals(PassScope.RELEASE, scheduler.beginPass(start + 2 * QUANTUM));
        });
    }

    @Test
    void hybrid_changedFromAKernelThatHasNotTicked_gathersFirst() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);
            assertEquals(PassScope.NONE, scheduler.beginPass(start + QUANTUM - 1));
            scheduler.changeProfile(profile(ClockPolicy.HYBRID));

            assertEquals(PassScope.GATHER, scheduler.beginPass(start + QUANTUM));
            assertEquals(PassScope.RELEASE, scheduler.beginPass(start + 2 * QUANTUM));
        });
    }

    @Test
    void keepsOrder_hybrid_fromTickToTick() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.HYBRID, start);
            assertTrue(scheduler.keepsOrder());
            scheduler.tickScheduler(start + 1);
            assertTrue(scheduler.isOrderDue(start + 3));
            assertEquals(TICK - 2, scheduler.nanosUntilNextTick(start + 3));

            scheduler.beginPass(start + 3);
            assertFalse(scheduler.isOrderDue(start + 3 + QUANTUM));
            assertEquals(TICK - 2 - QUANTUM, scheduler.nanosUntilNextTick(start + 3 + QUANTUM));
        });
    }

    @Test
    void keepsOrder_eachPassIsOfATickOrMakesItsOwnOrder_isFalse() {
        NetworkScheduler callersOwn = scheduler(ClockPolicy.HYBRID, 0);
        callersOwn.followCaller();

        for (NetworkScheduler scheduler :
                List.of(scheduler(ClockPolicy.INDEPENDENT, 0), scheduler(ClockPolicy.KERNEL, 0), callersOwn)) {
            scheduler.beginPass(QUANTUM);
            assertFalse(scheduler.keepsOrder());
            assertTrue(scheduler.isOrderDue(QUANTUM));
        }
    }

    /** A pass that comes a little early is the only one in its tick. */
    @Test
    void beginPass_callersOwnBeforeTheQuantumIsOver_isMadeWithEachClock() {
        for (ClockPolicy clock : ClockPolicy.values()) {
            NetworkScheduler scheduler = scheduler(clock, 0);
            scheduler.followCaller();
            for (long now : new long[] {TICK, TICK + QUANTUM - 1, TICK + QUANTUM}) {
                scheduler.tickScheduler(now);
                assertEquals(PassScope.GATHER, scheduler.beginPass(now), clock::name);
            }
        }
    }

    @Test
    void hybrid_withoutTicks_gathersAfterTheTimeout() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.HYBRID, start);
            int releases = 0;
            long now = start + QUANTUM;
            scheduler.beginPass(now);
            PassScope scope = PassScope.NONE;
            while (scope != PassScope.GATHER) {
                now += scheduler.nanosUntilNextPass(now);
                scope = scheduler.beginPass(now);
                releases += scope == PassScope.RELEASE ? 1 : 0;
            }

            assertEquals(TIMEOUT, now - start);
            assertEquals(TIMEOUT / QUANTUM - 2, releases);
        });
    }

    @Test
    void configured_fromAnotherThread_takesEffectWithTheNextPass() throws InterruptedException {
        long start = 5;
        NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
        Thread other = new Thread(() -> scheduler.changeProfile(profile(ClockPolicy.KERNEL)));
        other.start();
        other.join();

        assertEquals(ClockPolicy.KERNEL, scheduler.profile().clock());
        assertTrue(scheduler.wantsTicks());
        // The change itself counts as a tick: nothing waits for the first one.
        assertEquals(PassScope.GATHER, scheduler.beginPass(start + 1));
        assertEquals(PassScope.NONE, scheduler.beginPass(start + 1 + QUANTUM));
        scheduler.changeProfile(profile(ClockPolicy.INDEPENDENT));
        assertEquals(PassScope.GATHER, scheduler.beginPass(start + 1 + QUANTUM));
    }

    @Test
    void configured_longAfterTheStart_givesTheServerTimeToTick() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
            long later = start + 100 * TIMEOUT;
            scheduler.changeProfile(profile(ClockPolicy.HYBRID));
            scheduler.beginPass(later);

            scheduler.beginPass(later + TIMEOUT - 1);
            assertEquals(0, scheduler.substitutions());
            scheduler.beginPass(later + TIMEOUT);
            assertEquals(1, scheduler.substitutions());
        });
    }

    /** It is as old as the change to a clock that does not go by ticks. */
    @Test
    void configured_tickedBeforeThat_givesTheServerTimeToTick() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, start);
            scheduler.tickScheduler(start + 1);
            long later = start + 100 * TIMEOUT;
            scheduler.changeProfile(profile(ClockPolicy.KERNEL));

            assertEquals(PassScope.GATHER, scheduler.beginPass(later));
            assertEquals(TIMEOUT, scheduler.nanosUntilNextPass(later));
            assertEquals(PassScope.NONE, scheduler.beginPass(later + TIMEOUT - 1));
            assertEquals(0, scheduler.substitutions());
        });
    }

    @Test
    void tick_fromTheFuture_doesNotPostponeTheTimeout() {
        fromAnyStart(start -> {
            NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, start);
            scheduler.tickScheduler(start + 1_000 * TIMEOUT);
            scheduler.beginPass(start);

            assertEquals(PassScope.GATHER, scheduler.beginPass(start + TIMEOUT));
        });
    }

    @Test
    void clock_goneBack_delaysNoPassBeyondOneInterval() {
        for (ClockPolicy policy : ClockPolicy.values()) {
            fromAnyStart(start -> {
                NetworkScheduler scheduler = scheduler(policy, start);
                scheduler.tickScheduler(start);
                scheduler.beginPass(start);
                long back = start - 1_000 * TIMEOUT;

                assertTrue(scheduler.nanosUntilNextPass(back) <= TIMEOUT, policy::name);
                long dueAt = back + scheduler.nanosUntilNextPass(back);
                assertTrue(scheduler.isDue(dueAt), policy::name);
            });
        }
    }

    @Test
    void retimed_kernelOnTheInternalClock_followsTheNewTick() {
        NetworkScheduler scheduler = scheduler(ClockPolicy.KERNEL, 0);
        scheduler.setSchedulerClock(SchedulerClock.INTERNAL);
        scheduler.beginPass(0);

        scheduler.retime(2 * TICK);

        assertEquals(2 * TICK, scheduler.nanosUntilNextPass(0));
    }

    /** Whatever happens, a pass follows within the timeout, exactly when it was announced or earlier by a tick. */
    @Test
    void anyPolicy_randomTicksAndChanges_neverStarvesAndKeepsWhatItAnnounced() {
        long seed = 20_260_401;
        Random random = new Random(seed);
        for (int scenario = 0; scenario < 300; scenario++) {
            long now = random.nextLong();
            NetworkScheduler scheduler = scheduler(anyPolicy(random), now);
            long lastPass = now;
            for (int step = 0; step < 200; step++) {
                switch (random.nextInt(6)) {
                    case 0 -> scheduler.tickScheduler(now);
                    case 1 -> scheduler.changeProfile(profile(anyPolicy(random)));
                    case 2 ->
                        scheduler.setSchedulerClock(
                                random.nextBoolean() ? SchedulerClock.INTERNAL : SchedulerClock.EXTERNAL);
                    default -> {}
                }
                String at = "seed " + seed + ", scenario " + scenario + ", step " + step;
                long until = scheduler.nanosUntilNextPass(now);
                assertEquals(until == 0, scheduler.isDue(now), at);
                assertTrue(until <= TIMEOUT, at);
                now += random.nextBoolean() ? until : (long) (until * random.nextDouble());
                if (scheduler.beginPass(now) != PassScope.NONE) {
                    lastPass = now;
                }
                // Changing the clock starts the time without a tick anew, at most once a step.
                assertTrue(now - lastPass <= 2 * TIMEOUT, at);
            }
        }
    }

    private static ClockPolicy anyPolicy(Random random) {
        return ClockPolicy.values()[random.nextInt(ClockPolicy.values().length)];
    }

    /** The ticker's origin is arbitrary: small, large, about to overflow, or anything. */
    private static void fromAnyStart(LongConsumer test) {
        long seed = 42;
        LongStream.concat(
                        LongStream.of(
                                0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - TIMEOUT / 2, -TIMEOUT / 2),
                        new Random(seed).longs(50))
                .forEach(start -> {
                    try {
                        test.accept(start);
                    } catch (AssertionError e) {
                        throw new AssertionError("from start " + start + " (seed " + seed + "): " + e.getMessage(), e);
                    }
                });
    }

    @Test
    void getHealth_published_isTheNewestWhateverTheThread() throws InterruptedException {
        NetworkScheduler scheduler = scheduler(ClockPolicy.INDEPENDENT, 7);
        assertEquals(NetworkHealth.Status.UNKNOWN, scheduler.getHealth().status());
        DeliveryTracker delivery = new DeliveryTracker(MarkerPort.NONE, ids(), 1_000, 7);
        delivery.written(500, false);
        NetworkHealth newer = delivery.snapshot();

        Thread.ofPlatform().start(() -> scheduler.publish(newer)).join();

        assertSame(newer, scheduler.getHealth());
    }

    private static MarkerIds ids() {
        return new MarkerIds(new Random(1));
    }

    private static NetworkHealth unknown(long start) {
        return new DeliveryTracker(MarkerPort.NONE, ids(), 1_000, start).snapshot();
    }

    private static NetworkScheduler scheduler(ClockPolicy policy, long start) {
        return new NetworkScheduler(profile(policy), TICK, start, unknown(start));
    }

    private static NetworkProfile profile(ClockPolicy policy) {
        NetworkProfile base = NetworkProfiles.CO_OP;
        return new NetworkProfile(
                "test",
                policy,
                10,
                base.entityIntervalTicks(),
                base.keepaliveMillis(),
                base.burstTicks(),
                base.reliableTypes(),
                base.neverDroppedTypes(),
                base.visibility());
    }
}
