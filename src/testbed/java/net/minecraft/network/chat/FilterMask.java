package net.minecraft.network.chat;

/** Opaque: {@code body} is the embedded server's own value. */
public record FilterMask(Object body) {}
