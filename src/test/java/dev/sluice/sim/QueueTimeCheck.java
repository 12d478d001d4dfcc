package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Compares predicted queue times with what happens, at a constant rate. */
final class QueueTimeCheck {

    private QueueTimeCheck() {}

    /**
     * The signed errors in nanoseconds (predicted − real) of probes, each offered behind a random backlog of the given
     * classes, after which nothing more arrives until it has left. Sorted.
     */
    static long[] errorsWithoutArrivals(
            EngineConfig config, QueueTimePredictor predictor, long seed, int probes, MessagePriority... classes) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomLoad load = new RandomLoad(random.nextLong(), config.bandwidth().maxBytesPerSecond());
        long[] errors = new long[probes];
        for (int i = 0; i < probes; i++) {
            BoundsRig rig = new BoundsRig(config);
            rig.congest();
            for (MessagePriority messageClass : classes) {
                int backlog = random.nextInt(messageClass == MessagePriority.CHUNK_DATA ? 30 : 200);
                for (int j = 0; j < backlog; j++) {
                    rig.offer(load.next(messageClass));
                }
            }
            rig.runFor(random.nextLong(300 * BoundsRig.MILLI));
            errors[i] = error(rig, predictor, load.next(classes[random.nextInt(classes.length)]));
        }
        Arrays.sort(errors);
        return errors;
    }

    /**
     * The signed errors in nanoseconds (predicted − real) for everything that is held in a minute of random load of the
     * given classes, whatever arrives later. Sorted.
     */
    static long[] errorsUnderLoad(
            EngineConfig config, QueueTimePredictor predictor, long seed, MessagePriority... classes) {
        BoundsRig rig = new BoundsRig(config);
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
        RandomLoad load = new RandomLoad(random.nextLong(), rate);
        while (rig.clock.nanos() < 60 * BoundsRig.SECOND) {
            MessagePriority messageClass = classes[random.nextInt(classes.length)];
            long burstStart = rig.clock.nanos();
            long offered = 0;
            for (int i = 0; i < 40; i++) {
                TestPacket packet = load.next(messageClass);
                long nanos = predictor.nanos(rig, messageClass, packet.bytes());
                predicted.put(rig.offer(packet), nanos);
                offered += packet.bytes();
                rig.runFor(random.nextLong(BoundsRig.MILLI));
            }
            // On average a tenth less than the rate.
            long wholeNanos = offered * BoundsRig.SECOND / rate * random.nextInt(20, 200) / 100;
            rig.runFor(Math.max(0, wholeNanos - (rig.clock.nanos() - burstStart)));
        }
        return errors.stream().mapToLong(Long::longValue).sorted().toArray();
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
