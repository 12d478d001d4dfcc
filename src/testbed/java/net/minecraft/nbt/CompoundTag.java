package net.minecraft.nbt;

/** Opaque: {@code body} is the embedded server's own value. */
public record CompoundTag(Object body) {}
