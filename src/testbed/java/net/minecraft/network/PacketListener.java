package net.minecraft.network;

/** Handles packets. */
public interface PacketListener {}
