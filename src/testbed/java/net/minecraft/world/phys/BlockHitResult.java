package net.minecraft.world.phys;

import net.minecraft.core.BlockPos;
import net.minecraft.core.Direction;

/** A block that a player looks at. */
public final class BlockHitResult extends HitResult {
    private final Direction direction;
    private final BlockPos blockPos;
    private final boolean miss;
    private final boolean inside;
    private final boolean worldBorderHit;

    public BlockHitResult(
            Vec3 location, Direction direction, BlockPos blockPos, boolean inside, boolean worldBorderHit) {
        super(location);
        this.direction = direction;
        this.blockPos = blockPos;
        this.miss = false;
        this.inside = inside;
        this.worldBorderHit = worldBorderHit;
    }

    public BlockPos getBlockPos() {
        return blockPos;
    }

    public Direction getDirection() {
        return direction;
    }

    public boolean isMiss() {
        return miss;
    }

    public boolean isInside() {
        return inside;
    }

    public boolean isWorldBorderHit() {
        return worldBorderHit;
    }
}
