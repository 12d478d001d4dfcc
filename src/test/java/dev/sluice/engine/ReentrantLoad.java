package dev.sluice.engine;

import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.Random;

/** Packets of all kinds for few entities and chunks, which so get in each other's way. */
final class ReentrantLoad {

    private final Random random;
    private final boolean viewMoves;

    ReentrantLoad(Random random) {
        this.random = random;
        this.viewMoves = random.nextBoolean();
    }

    /** Whether the view's centre and radius are among them. */
    boolean viewMoves() {
        return viewMoves;
    }

    /** @param number tells it from others */
    TestPacket next(int number) {
        int id = random.nextInt(3);
        int x = random.nextInt(2);
        String label = "kept " + number;
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> TestPacket.move(id, move(), random.nextInt(3) - 1, random.nextInt(3) - 1);
            case 3, 4 -> TestPacket.attribute(id, random.nextBoolean() ? "north" : "south");
            case 5 -> TestPacket.sync(id + 3, "sync");
            case 6 -> TestPacket.move(id + 3, move(), 0, 0);
            case 7, 8 -> TestPacket.chat(label, 20 + random.nextInt(60));
            case 9 -> Reentrancy.spawn(id);
            case 10 -> TestPacket.remove(id);
            case 11, 12 -> TestPacket.chunk(x, 0, 200 + random.nextInt(1_500));
            case 13 -> TestPacket.unload(x, 0);
            case 14 -> TestPacket.block(16 * x, 64, 0, "block");
            case 15 -> {
                long key = random.nextBoolean() ? OrderingKey.entity(id + 3 * x) : OrderingKey.chunk(x, 0);
                yield TestPacket.immediate("immediate " + number, TestPacket.exclusive(key));
            }
            case 16 -> random.nextInt(8) == 0 ? TestPacket.startConfiguration() : TestPacket.editsAck();
            case 17 -> random.nextInt(4) == 0 ? TestPacket.respawn() : TestPacket.sound("sound");
            case 18 ->
                viewMoves
                        ? random.nextBoolean() ? Reentrancy.radius() : Reentrancy.centre(random.nextInt(2) * 100)
                        : interfaceFact(label);
            default -> interfaceFact(label);
        };
    }

    /** Some cannot be added to each other, and so are held apart. */
    private int move() {
        return random.nextInt(4) == 0 ? 20_000 : random.nextInt(3) - 1;
    }

    private TestPacket interfaceFact(String label) {
        MessagePriority[] classes = MessagePriority.values();
        KeyMode mode = random.nextBoolean() ? KeyMode.SHARED : KeyMode.EXCLUSIVE;
        return TestPacket.fact(
                classes[random.nextInt(classes.length)],
                label,
                1 + random.nextInt(300),
                Target.StreamTarget.PLAYER,
                new Message.Key(OrderingKey.INTERFACE, mode),
                TestPacket.shared(OrderingKey.CHAT));
    }
}
