package net.minecraft.network.protocol;

import net.minecraft.network.PacketListener;

/** Begins or ends a bundle. */
public abstract class BundleDelimiterPacket<T extends PacketListener> implements Packet<T> {}
