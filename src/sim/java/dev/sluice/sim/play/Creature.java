package dev.sluice.sim.play;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A creature that wanders about. Its messages are made once: moves repeat. Confined to one player's simulation. */
final class Creature {

    private static final int VARIANTS = 8;
    private static final int MAX_DELTA = 1_000;
    private static final double UNITS_PER_BLOCK = 4_096;

    final int id;
    final double spawnX;
    final double spawnZ;

    /** Whether the server has announced it. */
    boolean announced;

    /** Whether its announcement has gone out, so that its state need not wait. */
    boolean written;

    private final List<Message.Key> keys;
    private final Target.EntityTarget target;
    private final Message[] moves = new Message[VARIANTS];
    private final Message[] heads = new Message[VARIANTS];
    private final Message[] data = new Message[VARIANTS];
    private double x;
    private double z;

    Creature(int id, double x, double z, SplittableRandom random) {
        this.id = id;
        this.spawnX = x;
        this.spawnZ = z;
        this.x = x;
        this.z = z;
        target = new Target.EntityTarget(id);
        keys = List.of(Messages.exclusive(OrderingKey.entity(id)));
        for (int i = 0; i < VARIANTS; i++) {
            moves[i] = state(
                    PlayTypes.MOVE,
                    new StateUpdate.Move(
                            id,
                            delta(random),
                            (short) 0,
                            delta(random),
                            (byte) random.nextInt(),
                            (byte) 0,
                            true,
                            true,
                            true));
            heads[i] = state(PlayTypes.HEAD, new StateUpdate.Absolute(Component.HEAD, (byte) (i * 256 / VARIANTS)));
            data[i] = state(
                    PlayTypes.DATA,
                    new StateUpdate.Indexed(id, Component.METADATA, Map.of(random.nextInt(4), i), true));
        }
    }

    Message move(SplittableRandom random) {
        Message move = moves[random.nextInt(VARIANTS)];
        if (move.state() instanceof StateUpdate.Move by) {
            x += by.deltaX() / UNITS_PER_BLOCK;
            z += by.deltaZ() / UNITS_PER_BLOCK;
        }
        return move;
    }

    Message head(SplittableRandom random) {
        return heads[random.nextInt(VARIANTS)];
    }

    Message data(SplittableRandom random) {
        return data[random.nextInt(VARIANTS)];
    }

    Message sync() {
        return state(PlayTypes.SYNC, new StateUpdate.Place(id, x, PlayerTraffic.GROUND_Y, z));
    }

    double distanceSquared(double fromX, double fromZ) {
        return (x - fromX) * (x - fromX) + (z - fromZ) * (z - fromZ);
    }

    private Message state(dev.sluice.engine.packet.MessageType type, @Nullable StateUpdate update) {
        return Messages.state(type, target, keys, update);
    }

    /** Never zero: a creature that stands still sends nothing. */
    private static short delta(SplittableRandom random) {
        int delta = random.nextInt(1, MAX_DELTA);
        return (short) (random.nextBoolean() ? delta : -delta);
    }
}
