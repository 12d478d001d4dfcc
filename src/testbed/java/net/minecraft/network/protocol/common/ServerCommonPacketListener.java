package net.minecraft.network.protocol.common;

import net.minecraft.network.PacketListener;

/** The server's side of what phases share. */
public interface ServerCommonPacketListener extends PacketListener {}
