package net.minecraft.world.level.levelgen;

/** Heights of a chunk's columns. */
public final class Heightmap {
    private Heightmap() {}

    /** What counts as high. */
    public enum Types {
        WORLD_SURFACE_WG,
        WORLD_SURFACE,
        OCEAN_FLOOR_WG,
        OCEAN_FLOOR,
        MOTION_BLOCKING,
        MOTION_BLOCKING_NO_LEAVES
    }
}
