package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.common.ServerCommonPacketListener;

/** The server's side of the play phase. */
public interface ServerGamePacketListener extends ServerCommonPacketListener {}
