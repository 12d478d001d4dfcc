package net.minecraft.network.protocol;

/** A packet's kind. */
@SuppressWarnings("UnusedTypeParameter") // ProtocolLib reads it from the constants' declarations
public record PacketType<T extends Packet<?>>(PacketFlow flow, String id) {
    public static <T extends Packet<?>> PacketType<T> clientbound(String id) {
        return new PacketType<>(PacketFlow.CLIENTBOUND, id);
    }

    public static <T extends Packet<?>> PacketType<T> serverbound(String id) {
        return new PacketType<>(PacketFlow.SERVERBOUND, id);
    }
}
