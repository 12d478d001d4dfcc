package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The player sees with an entity's eyes. */
public final class ClientboundSetCameraPacket implements Packet<ClientGamePacketListener> {
    private final int cameraId;

    public ClientboundSetCameraPacket(int cameraId) {
        this.cameraId = cameraId;
    }

    public int cameraId() {
        return cameraId;
    }
}
