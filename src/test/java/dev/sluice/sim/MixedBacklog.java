package dev.sluice.sim;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.SplittableRandom;

/** A backlog as a server makes it: chunks near and far, their light, what stands in them, many entities, chat, sounds, the interface. */
final class MixedBacklog {

    /** As {@link SimClient} composes it. */
    static final int MERGED_MOVE_BYTES = 14;

    private static final int KINDS = 9;

    private final SplittableRandom random;
    private final int largestChunk;
    private final int moveBytes;
    private int nextId = 1_000;
    private int nextChunk;

    /** @param moveBytes of a move that is not merged; one that is has {@link #MERGED_MOVE_BYTES} */
    MixedBacklog(long seed, int largestChunk, int moveBytes) {
        this.random = new SplittableRandom(seed);
        this.largestChunk = largestChunk;
        this.moveBytes = moveBytes;
    }

    /** Offers up to so many messages of each kind, in bursts over up to a second. */
    void offer(BoundsRig rig, int atMost) {
        int[] left = new int[KINDS];
        int all = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            left[kind] = random.nextInt(
                    switch (kind) {
                        case 0 -> 1 + atMost / 5;
                        case 7 -> 1 + atMost / 2;
                        default -> atMost;
                    });
            all += left[kind];
        }
        while (all > 0) {
            int kind = random.nextInt(KINDS);
            for (int burst = 1 + random.nextInt(10); burst > 0 && left[kind] > 0; burst--) {
                left[kind]--;
                all--;
                rig.offer(next(kind));
            }
            if (random.nextInt(10) == 0) {
                rig.runFor(random.nextLong(20 * BoundsRig.MILLI));
            }
        }
    }

    private TestPacket next(int kind) {
        int place = random.nextInt(nextChunk + 1);
        return switch (kind) {
            case 0 -> TestPacket.chunk(x(nextChunk), z(nextChunk++), random.nextInt(100, largestChunk + 1));
            case 1 -> TestPacket.edit(x(place), z(place), "edit");
            case 2 -> TestPacket.spawn(nextId++, x(place), z(place));
            case 3 -> TestPacket.move(random.nextInt(200), 1, 0, 0, moveBytes);
            case 4 -> BoundsRig.ordered(MessagePriority.CHAT, random.nextInt(20, 400));
            case 5 -> TestPacket.sound("sound");
            case 6 -> BoundsRig.ordered(MessagePriority.METADATA, random.nextInt(10, 150));
            case 7 ->
                random.nextInt(8) == 0
                        ? TestPacket.unload(x(place), z(place))
                        : TestPacket.light(x(place), z(place), random.nextInt(100, 1_500));
            default -> BoundsRig.ordered(MessagePriority.PLAYER_STATE, random.nextInt(10, 150));
        };
    }

    /** Neither near ones first nor far ones, and each place once. */
    private static int x(int chunk) {
        return 2 + chunk * 7 % 11;
    }

    private static int z(int chunk) {
        return chunk * 7 / 11;
    }

    /** A message that is the last of its class: the farthest chunk, the farthest entity, a fact behind the others. */
    static TestPacket last(MessagePriority messageClass) {
        if (messageClass == MessagePriority.CHUNK_DATA) {
            return TestPacket.chunk(1_000, 1_000, 3_000);
        }
        TestPacket last = TestPacket.fact(
                messageClass,
                "last",
                100,
                new Target.EntityTarget(Integer.MAX_VALUE),
                TestPacket.exclusive(OrderingKey.entity(Integer.MAX_VALUE)));
        return messageClass == MessagePriority.NEARBY_ENTITIES ? farAway(last) : last;
    }

    private static TestPacket farAway(TestPacket packet) {
        Message message = packet.message();
        return new TestPacket(
                packet.label(),
                packet.bytes(),
                new Message(
                        message.type(),
                        message.target(),
                        message.keys(),
                        message.state(),
                        message.effect(),
                        message.sizeBytes(),
                        new Observation.EntitySpawned(Integer.MAX_VALUE, OrderingKey.NONE, 1e6, 64, 0)));
    }
}
