package net.minecraft.world.effect;

/** Opaque: {@code body} is the embedded server's own value. */
public record MobEffect(Object body) {}
