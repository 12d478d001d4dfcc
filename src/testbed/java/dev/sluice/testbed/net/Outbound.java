package dev.sluice.testbed.net;

import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.packet.server.ServerPacket;

/** A packet on its way to the encoder, with the phase in which it was sent. */
record Outbound(ConnectionState phase, ServerPacket packet) {}
