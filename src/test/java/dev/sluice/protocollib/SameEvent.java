package dev.sluice.protocollib;

import dev.sluice.oracle.ModelPacket;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientGamePacketListener;

/**
 * What the server tells, as a packet of the oracle's model and as one of the server's.
 *
 * @param sameLine whether the model's packet stands for this line of the table, or for another one that is ordered alike
 */
record SameEvent(ModelPacket model, Packet<? super ClientGamePacketListener> server, boolean sameLine) {

    static SameEvent same(ModelPacket model, Packet<? super ClientGamePacketListener> server) {
        return new SameEvent(model, server, true);
    }

    /** Of a line of the table that the model does without, as another one of it does the same to a client's world. */
    static SameEvent alike(ModelPacket model, Packet<? super ClientGamePacketListener> server) {
        return new SameEvent(model, server, false);
    }

    @Override
    public String toString() {
        return model.getClass().getSimpleName() + ", " + server.getClass().getSimpleName();
    }
}
