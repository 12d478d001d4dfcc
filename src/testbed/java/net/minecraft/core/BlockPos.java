package net.minecraft.core;

/** A block's place. */
public class BlockPos extends Vec3i {
    public BlockPos(int x, int y, int z) {
        super(x, y, z);
    }
}
