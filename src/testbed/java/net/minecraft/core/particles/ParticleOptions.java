package net.minecraft.core.particles;

/** Opaque: {@code body} is the embedded server's own value. */
public record ParticleOptions(Object body) {}
