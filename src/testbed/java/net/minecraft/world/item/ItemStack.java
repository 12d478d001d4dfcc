package net.minecraft.world.item;

/** Opaque: {@code body} is the embedded server's own value. */
public record ItemStack(Object body) {}
