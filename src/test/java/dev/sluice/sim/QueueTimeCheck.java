package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.SchedulerClock;
import dev.sluice.sim.play.PlayerTraffic;
import dev.sluice.sim.play.TrafficPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Compares predicted queue times with what happens, at a constant rate. */
final class QueueTimeCheck {

    private static final long TICK_NANOS = 50 * BoundsRig.MILLI;

    /** At so many stops for each probe one has to wait at least. */
    private static final int MAX_STOPS = 10;

    /**
     * What probes showed that had to wait or were predicted to.
     *
     * @param errors of those, sorted
     * @param stops at which there was a probe, whether it had to wait or not
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Waiting(long[] errors, int stops) {}

    private QueueTimeCheck() {}

    /**
     * The signed errors in nanoseconds (predicted − real) of probes, each offered behind a random backlog of the given
     * classes, after which nothing more arrives until it has left. Sorted.
     */
    static long[] errorsWithoutArrivals(
            EngineConfig config,
            QueueTimePredictor predictor,
            long seed,
            int probes,
            int largestChunk,
            MessagePriority... classes) {
        return errorsWithoutArrivals(config, predictor, seed, probes, largestChunk, false, classes);
    }

    /** Likewise, where the player has just come, so that the chunks around it go first. */
    static long[] errorsAtAJoin(
            EngineConfig config,
            QueueTimePredictor predictor,
            long seed,
            int probes,
            int largestChunk,
            MessagePriority... classes) {
        return errorsWithoutArrivals(config, predictor, seed, probes, largestChunk, true, classes);
    }

    private static long[] errorsWithoutArrivals(
            EngineConfig config,
            QueueTimePredictor predictor,
            long seed,
            int probes,
            int largestChunk,
            boolean joining,
            MessagePriority... classes) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomLoad load = new RandomLoad(random.nextLong(), config.bandwidth().maxBytesPerSecond(), largestChunk);
        long[] errors = new long[probes];
        for (int i = 0; i < probes; i++) {
            BoundsRig rig = watched(config);
            if (joining) {
                rig.client.session().awaitWorld();
            }
            rig.congest();
            for (MessagePriority messageClass : classes) {
                int backlog = random.nextInt(messageClass == MessagePriority.CHUNK_DATA ? 30 : 200);
                for (int j = 0; j < backlog; j++) {
                    rig.offer(load.next(messageClass));
                }
            }
            toEndOfTick(rig, 1 + random.nextInt(6));
            errors[i] = error(rig, predictor, load.next(classes[random.nextInt(classes.length)]));
        }
        Arrays.sort(errors);
        return errors;
    }

    /**
     * Likewise behind a {@link MixedBacklog}, for a probe that is the last of a class.
     *
     * @param moveBytes of a move that is not merged: what a merged one takes is estimated to be the same
     */
    static long[] errorsBehindMixture(
            EngineConfig config,
            QueueTimePredictor predictor,
            long seed,
            int probes,
            int largestChunk,
            int moveBytes,
            MessagePriority messageClass) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] errors = new long[probes];
        for (int i = 0; i < probes; i++) {
            BoundsRig rig = watched(config, random.nextLong(TICK_NANOS));
            rig.congest();
            new MixedBacklog(random.nextLong(), largestChunk, moveBytes).offer(rig, 150);
            toEndOfTick(rig, 1 + random.nextInt(6));
            errors[i] = error(rig, predictor, MixedBacklog.last(messageClass));
        }
        Arrays.sort(errors);
        return errors;
    }

    /**
     * Likewise behind what a server has sent for up to 50 s to a player who loads a view and then walks, at the moment at which it
     * stops; for a probe that is the last of a class. Only stops count at which the probe has to wait or
     * was predicted to.
     */
    static Waiting errorsBehindTraffic(
            EngineConfig config, QueueTimePredictor predictor, long seed, int probes, MessagePriority messageClass) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] errors = new long[probes];
        int waiting = 0;
        int stops = 0;
        while (waiting < probes) {
            if (++stops > MAX_STOPS * probes) {
                throw new AssertionError("only " + waiting + " of " + stops + " probes waited, seed " + seed);
            }
            BoundsRig rig = watched(config);
            PlayerTraffic traffic = new PlayerTraffic(new TrafficPlan(48, 10, 75, 0.025), random.split(), rig.client);
            rig.observers.add(new ClientObserver() {
                @Override
                public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
                    traffic.written(packet);
                }
            });
            rig.client.session().awaitWorld();
            long phase = random.nextLong(TICK_NANOS);
            for (int tick = random.nextInt(20, 1_000); tick > 0; tick--) {
                rig.runTo(rig.clock.nanos() / TICK_NANOS * TICK_NANOS + TICK_NANOS + phase);
                traffic.tick();
                if (tick % 20 == 0) {
                    traffic.chat();
                }
            }
            toEndOfTick(rig, 1);
            long offered = rig.clock.nanos();
            long error = error(rig, predictor, MixedBacklog.last(messageClass));
            if (rig.clock.nanos() > offered || error != 0) {
                errors[waiting++] = error;
            }
        }
        Arrays.sort(errors);
        return new Waiting(errors, stops);
    }

    /**
     * The signed errors in nanoseconds (predicted − real) for the first message of each tick in which some come, in five
     * minutes of random load of the given classes that is on average a tenth below the rate, whatever arrives later. Sorted.
     */
    static long[] errorsUnderLoad(
            EngineConfig config,
            QueueTimePredictor predictor,
            long seed,
            int largestChunk,
            MessagePriority... classes) {
        BoundsRig rig = watched(config);
        Map<SimPacket, Long> predicted = new HashMap<>();
        List<Long> errors = new ArrayList<>();
        rig.observers.add(new ClientObserver() {
            @Override
            public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
                Long nanos = predicted.remove(packet);
                if (nanos != null && cause == Cause.RELEASED) {
                    errors.add(nanos - (rig.clock.nanos() - packet.sinceNanos()));
                }
            }
        });
        long rate = config.bandwidth().maxBytesPerSecond();
        SplittableRandom random = new SplittableRandom(seed);
        RandomLoad load = new RandomLoad(random.nextLong(), rate, largestChunk);
        while (rig.clock.nanos() < 300 * BoundsRig.SECOND) {
            MessagePriority messageClass = classes[random.nextInt(classes.length)];
            long start = rig.clock.nanos();
            long offered = 0;
            for (int tick = 0; tick < 10; tick++) {
                toEndOfTick(rig, 1);
                TestPacket first = load.next(messageClass);
                long nanos = predictor.nanos(rig, messageClass, first.bytes());
                predicted.put(rig.offer(first), nanos);
                offered += first.bytes();
                while (offered < (tick + 1) * 3L * rate / 20) {
                    TestPacket packet = load.next(messageClass);
                    rig.offer(packet);
                    offered += packet.bytes();
                }
            }
            long wholeNanos = offered * BoundsRig.SECOND / rate * random.nextInt(20, 200) / 100;
            rig.runTo(Math.max(rig.clock.nanos(), start + wholeNanos));
        }
        return errors.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    static BoundsRig watched(EngineConfig config) {
        return watched(config, 0);
    }

    /**
     * A session whose statistics somebody reads all the time. Profiles whose clock goes by ticks have them from the session itself
     * here.
     *
     * @param phaseNanos by how much these end later than those of its statistics
     */
    private static BoundsRig watched(EngineConfig config, long phaseNanos) {
        BoundsRig rig = new BoundsRig(config);
        rig.runTo(phaseNanos);
        rig.client.session().scheduler().setSchedulerClock(SchedulerClock.INTERNAL);
        rig.observers.add(new ClientObserver() {
            @Override
            public void passBegins() {
                var _ = rig.client.session().stats();
            }
        });
        return rig;
    }

    /** To the first pass from the end of a tick on, when the statistics are made. */
    static void toEndOfTick(BoundsRig rig, int ticks) {
        rig.runTo((rig.clock.nanos() / TICK_NANOS + ticks) * TICK_NANOS - 1);
        rig.runTo(rig.client.nextPassNanos());
    }

    /** A percentile of sorted errors, in nanoseconds. */
    static long percentile(long[] sortedErrors, int percent) {
        return sortedErrors[(sortedErrors.length - 1) * percent / 100];
    }

    private static long error(BoundsRig rig, QueueTimePredictor predictor, TestPacket packet) {
        long predicted = predictor.nanos(rig, packet.message().type().priority(), packet.bytes());
        long offered = rig.clock.nanos();
        SimPacket probe = rig.offer(packet);
        while (probe.isWaiting()) {
            rig.runTo(rig.client.nextPassNanos());
        }
        return predicted - (rig.clock.nanos() - offered);
    }
}
