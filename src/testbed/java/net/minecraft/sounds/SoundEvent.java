package net.minecraft.sounds;

/** Opaque: {@code body} is the embedded server's own value. */
public record SoundEvent(Object body) {}
