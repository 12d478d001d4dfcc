package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.common.ClientCommonPacketListener;

/** The client's side of the play phase. */
public interface ClientGamePacketListener extends ClientCommonPacketListener {}
