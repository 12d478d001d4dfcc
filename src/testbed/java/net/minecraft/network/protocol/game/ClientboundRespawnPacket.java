package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The player appears in a dimension, which may be the one it is in. */
public record ClientboundRespawnPacket(CommonPlayerSpawnInfo commonPlayerSpawnInfo, byte dataToKeep)
        implements Packet<ClientGamePacketListener> {
    public static final byte KEEP_ATTRIBUTE_MODIFIERS = 1;
    public static final byte KEEP_ENTITY_DATA = 2;
    public static final byte KEEP_ALL_DATA = 3;
}
