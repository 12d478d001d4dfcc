package net.minecraft.world.level.block;

/** A kind of block, by its number. */
public record Block(int id) {}
