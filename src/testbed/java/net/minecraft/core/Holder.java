package net.minecraft.core;

/** Opaque: {@code body} is the embedded server's own value. */
@SuppressWarnings("UnusedTypeParameter") // the server's own class has it
public record Holder<T>(Object body) {}
