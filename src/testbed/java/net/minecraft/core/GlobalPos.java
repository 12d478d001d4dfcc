package net.minecraft.core;

import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.Level;

/** A block's place in one of the dimensions. */
public record GlobalPos(ResourceKey<Level> dimension, BlockPos pos) {}
