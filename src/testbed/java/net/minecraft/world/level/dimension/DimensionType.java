package net.minecraft.world.level.dimension;

/** What a dimension is like; only ever in a {@link net.minecraft.core.Holder}. */
public final class DimensionType {
    private DimensionType() {}
}
