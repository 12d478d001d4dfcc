package dev.sluice.engine;

import dev.sluice.engine.port.PacketSink;
import org.jspecify.annotations.Nullable;

/** Writes nowhere and allocates nothing. */
final class CountingSink implements PacketSink {

    long written;
    long superseded;

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        written++;
        return packet instanceof TestPacket test ? test.bytes() : UNMETERED;
    }

    @Override
    public void flush() {}

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        superseded++;
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {}
}
