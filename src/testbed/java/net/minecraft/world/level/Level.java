package net.minecraft.world.level;


/** A world; only its name matters here. */
public abstract class Level {}
