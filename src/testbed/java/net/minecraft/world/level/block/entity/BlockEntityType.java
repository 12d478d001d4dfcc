package net.minecraft.world.level.block.entity;

/** Opaque: {@code body} is the embedded server's own value. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record BlockEntityType<T>(Object body) {}
