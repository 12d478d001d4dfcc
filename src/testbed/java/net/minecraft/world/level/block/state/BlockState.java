package net.minecraft.world.level.block.state;

/** A block with its properties, by its number. */
public record BlockState(int id) {}
