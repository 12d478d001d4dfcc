package dev.sluice.sim;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import java.util.SplittableRandom;

/** Random traffic about as large as a budget, in bursts and pauses: now one class floods, now another. */
final class RandomLoad {

    private static final MessagePriority[] CLASSES = MessagePriority.values();
    private static final int LARGEST = 26_000;

    private final SplittableRandom random;
    private final long bytesPerSecond;
    private final int largestChunk;

    /** The largest change of a section's blocks, score list or map; 0 for what is {@link #largest} of their classes. */
    private final int largestFact;

    RandomLoad(long seed, long bytesPerSecond) {
        this(seed, bytesPerSecond, LARGEST);
    }

    RandomLoad(long seed, long bytesPerSecond, int largestChunk) {
        this(seed, bytesPerSecond, largestChunk, 0);
    }

    /** With edits and metadata that are large now and then, in bytes. */
    RandomLoad(long seed, long bytesPerSecond, int largestChunk, int largestFact) {
        this.largestFact = largestFact;
        this.largestChunk = largestChunk;
        this.random = new SplittableRandom(seed);
        this.bytesPerSecond = bytesPerSecond;
    }

    /** The largest message of a class in bytes. */
    static int largest(MessagePriority messageClass) {
        return switch (messageClass) {
            case CHUNK_DATA -> LARGEST;
            case CHAT -> 400;
            default -> 150;
        };
    }

    /** A message of some size of a class. */
    TestPacket next(MessagePriority messageClass) {
        boolean large = largestFact > 0
                && (messageClass == MessagePriority.VOXEL_EDITS || messageClass == MessagePriority.METADATA)
                && random.nextBoolean();
        int most = large ? largestFact : Math.min(largest(messageClass), largestChunk);
        return BoundsRig.ordered(messageClass, random.nextInt(1, most + 1));
    }

    /** Offers to a rig for so long. */
    void run(BoundsRig rig, long nanos, boolean withImmediates) {
        long end = rig.clock.nanos() + nanos;
        while (rig.clock.nanos() < end) {
            MessagePriority messageClass = CLASSES[random.nextInt(CLASSES.length)];
            long burst = random.nextLong(1, bytesPerSecond / 2);
            long offered = 0;
            for (int messages = 0; offered < burst && messages < 300; messages++) {
                TestPacket packet = next(messageClass);
                rig.offer(packet);
                offered += packet.bytes();
                if (withImmediates && random.nextInt(40) == 0) {
                    rig.offer(TestPacket.immediate("barrier", TestPacket.exclusive(OrderingKey.CHAT)));
                }
                if (random.nextInt(8) == 0) {
                    rig.runFor(random.nextLong(5 * BoundsRig.MILLI));
                }
            }
            double seconds = (double) offered / bytesPerSecond;
            rig.runFor((long) (random.nextDouble(2) * seconds * BoundsRig.SECOND));
        }
    }
}
