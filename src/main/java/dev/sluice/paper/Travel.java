package dev.sluice.paper;

import org.jspecify.annotations.Nullable;

/** Tells a teleport from walking, riding and flying, by where a player is from tick to tick. One thread. */
final class Travel {

    /** Nobody flies so far in a tick, and so far away another part of the world comes into view. */
    private static final double FAR_BLOCKS = 64;

    private @Nullable String world;
    private double x;
    private double z;

    /** Whether the player has come to another place since the last call; not at the first. */
    boolean hasCome(String newWorld, double newX, double newZ) {
        boolean elsewhere = world != null && (!world.equals(newWorld) || Math.hypot(newX - x, newZ - z) > FAR_BLOCKS);
        world = newWorld;
        x = newX;
        z = newZ;
        return elsewhere;
    }
}
