package net.minecraft.network.codec;

/** Reads and writes a value. */
public interface StreamCodec<B, V> extends StreamDecoder<B, V>, StreamEncoder<B, V> {}
