package net.minecraft.network.codec;

/** Reads a value. */
@FunctionalInterface
public interface StreamDecoder<I, T> {
    T decode(I input);
}
