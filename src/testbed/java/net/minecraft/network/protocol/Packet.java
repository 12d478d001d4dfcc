package net.minecraft.network.protocol;

import net.minecraft.network.PacketListener;

/** A packet for a listener. */
@SuppressWarnings("UnusedTypeParameter") // the server's own interface has it
public interface Packet<T extends PacketListener> {}
