package net.minecraft.core;

/** A side of a block. */
public enum Direction {
    DOWN,
    UP,
    NORTH,
    SOUTH,
    WEST,
    EAST
}
