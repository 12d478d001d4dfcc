package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The player itself is turned. */
public record ClientboundPlayerRotationPacket(float yRot, boolean relativeY, float xRot, boolean relativeX)
        implements Packet<ClientGamePacketListener> {}
