package net.minecraft.network.syncher;

/** Opaque: {@code body} is the embedded server's own value. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record EntityDataSerializer<T>(Object body) {}
