package net.minecraft.network.protocol;

import net.minecraft.network.PacketListener;

/** Packets that belong together. */
public abstract class BundlePacket<T extends PacketListener> implements Packet<T> {
    private final Iterable<Packet<? super T>> packets;

    protected BundlePacket(Iterable<Packet<? super T>> packets) {
        this.packets = packets;
    }

    public final Iterable<Packet<? super T>> subPackets() {
        return packets;
    }
}
