package net.minecraft.network;

/** A connection's phases. */
public enum ConnectionProtocol {
    HANDSHAKING,
    PLAY,
    STATUS,
    LOGIN,
    CONFIGURATION
}
