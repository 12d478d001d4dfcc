package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import java.util.Arrays;
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
