package net.minecraft.network.protocol;

/** A direction. */
public enum PacketFlow {
    SERVERBOUND,
    CLIENTBOUND
}
