package net.minecraft.network.protocol.common;

import net.minecraft.network.PacketListener;

/** The client's side of what phases share. */
public interface ClientCommonPacketListener extends PacketListener {}
