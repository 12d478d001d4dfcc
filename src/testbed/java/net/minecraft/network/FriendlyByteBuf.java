package net.minecraft.network;

/** A buffer; the embedded server encodes by itself and never makes one. */
public abstract class FriendlyByteBuf {}
