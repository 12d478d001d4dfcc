package dev.sluice.sim.play;

import java.util.SplittableRandom;

/** A player who stands for a while, then walks straight on for a while. Confined to one player's simulation. */
final class PlayerPosition {

    private static final double BLOCKS_PER_TICK = 5.6 / 20;
    private static final int MIN_PHASE_TICKS = 100;
    private static final int MAX_PHASE_TICKS = 400;

    private final SplittableRandom random;
    private double x;
    private double z;
    private double stepX;
    private double stepZ;
    private boolean walking;
    private int ticksLeft;

    PlayerPosition(SplittableRandom random, int standTicks) {
        this.random = random;
        this.ticksLeft = standTicks;
    }

    static int chunkOf(double blocks) {
        return (int) Math.floor(blocks / 16);
    }

    double x() {
        return x;
    }

    double z() {
        return z;
    }

    int chunkX() {
        return chunkOf(x);
    }

    int chunkZ() {
        return chunkOf(z);
    }

    void tick() {
        if (ticksLeft-- <= 0) {
            walking = !walking;
            ticksLeft = random.nextInt(MIN_PHASE_TICKS, MAX_PHASE_TICKS);
            double angle = random.nextDouble(2 * Math.PI);
            stepX = BLOCKS_PER_TICK * StrictMath.cos(angle);
            stepZ = BLOCKS_PER_TICK * StrictMath.sin(angle);
        }
        if (walking) {
            x += stepX;
            z += stepZ;
        }
    }
}
