package net.minecraft.world.level;

/** A chunk's place, in chunks. */
public record ChunkPos(int x, int z) {}
