package net.minecraft.world.damagesource;

/** Opaque: {@code body} is the embedded server's own value. */
public record DamageType(Object body) {}
