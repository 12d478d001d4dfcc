package net.minecraft.network.codec;

/** Writes a value. */
@FunctionalInterface
public interface StreamEncoder<O, T> {
    void encode(O output, T value);
}
