package net.minecraft.world.entity;

/** Opaque: {@code body} is the embedded server's own value. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record EntityType<T>(Object body) {}
