package net.minecraft.world.level.block.piston;

import net.minecraft.world.level.block.Block;

/** A piston, sticky or not. */
public final class PistonBaseBlock extends Block {
    public PistonBaseBlock(int id) {
        super(id);
    }
}
