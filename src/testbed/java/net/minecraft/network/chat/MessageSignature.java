package net.minecraft.network.chat;

import org.jspecify.annotations.Nullable;

/** A chat message's signature. */
public record MessageSignature(Object body) {
    /** A signature by its number in the client's cache, or in full with -1. */
    public record Packed(int id, @Nullable MessageSignature fullSignature) {}
}
