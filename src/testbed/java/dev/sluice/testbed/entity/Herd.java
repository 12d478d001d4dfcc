package dev.sluice.testbed.entity;

import dev.sluice.testbed.world.TerrainLoader;
import java.util.List;
import java.util.SplittableRandom;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.entity.EntityType;
import net.minestom.server.instance.Instance;

/** All the creatures around the players' spawn. */
public final class Herd {
    private static final List<EntityType> TYPES =
            List.of(EntityType.COW, EntityType.PIG, EntityType.SHEEP, EntityType.ZOMBIE, EntityType.SKELETON);
    private static final double RADIUS_BLOCKS = 32;

    private volatile long stopTick = Long.MAX_VALUE;

    /** Puts {@code count} creatures around {@code home}, the same ones for the same seed. */
    public void settle(Instance instance, TerrainLoader terrain, Pos home, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            double x = home.x() + random.nextDouble(-RADIUS_BLOCKS, RADIUS_BLOCKS);
            double z = home.z() + random.nextDouble(-RADIUS_BLOCKS, RADIUS_BLOCKS);
            int y = terrain.standingHeight((int) Math.floor(x), (int) Math.floor(z));
            Wanderer wanderer =
                    new Wanderer(TYPES.get(i % TYPES.size()), terrain, home, random.split(), () -> stopTick);
            wanderer.setInstance(instance, new Pos(x, y, z)).join();
        }
    }

    /** Stops all creatures where they are, or lets them walk on; any thread. */
    public void freeze(boolean stop) {
        stopTick = stop ? 0 : Long.MAX_VALUE;
    }

    /** Stops each creature once it has lived for so many ticks: there, two runs of one seed are alike; any thread. */
    public void freezeAt(long tick) {
        stopTick = tick;
    }
}
