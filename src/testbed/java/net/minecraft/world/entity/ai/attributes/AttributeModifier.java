package net.minecraft.world.entity.ai.attributes;

/** Opaque: {@code body} is the embedded server's own value. */
public record AttributeModifier(Object body) {}
