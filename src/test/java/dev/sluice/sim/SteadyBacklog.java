package dev.sluice.sim;

import dev.sluice.engine.priority.MessagePriority;
import java.util.Map;
import java.util.SplittableRandom;

/** Keeps classes backlogged with messages of given sizes: always, or now one and now another. */
final class SteadyBacklog {

    /** Of each class that has something; more than a pass releases of the smallest. */
    private static final int MESSAGES = 100;

    private static final int LARGEST_BURST = 60_000;

    private final BoundsRig rig;
    private final Map<MessagePriority, Integer> sizes;
    private final SplittableRandom random;
    private int seen;

    SteadyBacklog(BoundsRig rig, Map<MessagePriority, Integer> sizes, long seed) {
        this.rig = rig;
        this.sizes = sizes;
        this.random = new SplittableRandom(seed);
    }

    /** All of them, for so long, each message as large as any of its class. */
    void runAll(long nanos) {
        sizes.forEach((messageClass, bytes) -> {
            for (int i = 0; i < MESSAGES; i++) {
                rig.offer(BoundsRig.ordered(messageClass, bytes));
            }
        });
        long end = rig.clock.nanos() + nanos;
        while (rig.clock.nanos() < end) {
            rig.runFor(10 * BoundsRig.MILLI);
            for (; seen < rig.releases.size(); seen++) {
                MessagePriority messageClass = rig.releases.get(seen).packet().messageClass();
                rig.offer(BoundsRig.ordered(messageClass, sizes.getOrDefault(messageClass, 1)));
            }
        }
    }

    /** In bursts and pauses of every class, for so long and so many bytes a second, half of the messages as large as any of its class. */
    void runBursts(long nanos, long bytesPerSecond) {
        MessagePriority[] classes = sizes.keySet().toArray(MessagePriority[]::new);
        long end = rig.clock.nanos() + nanos;
        while (rig.clock.nanos() < end) {
            MessagePriority messageClass = classes[random.nextInt(classes.length)];
            int most = sizes.getOrDefault(messageClass, 1);
            int burst = random.nextInt(LARGEST_BURST);
            int offered = 0;
            for (int i = 0; i < MESSAGES && offered <= burst; i++) {
                int bytes = random.nextBoolean() ? most : random.nextInt(1, most + 1);
                rig.offer(BoundsRig.ordered(messageClass, bytes));
                offered += bytes;
            }
            double seconds = (double) offered / bytesPerSecond;
            rig.runFor((long) (random.nextDouble(2) * seconds * BoundsRig.SECOND));
        }
    }
}
