package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.BundleDelimiterPacket;

/** On the wire before and after a bundle. */
public final class ClientboundBundleDelimiterPacket extends BundleDelimiterPacket<ClientGamePacketListener> {}
