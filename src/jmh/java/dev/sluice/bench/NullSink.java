package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.PacketSink;
import org.jspecify.annotations.Nullable;

/** Writes nowhere. */
final class NullSink implements PacketSink {

    long written;

    /** Those of more than 4 kB. */
    long chunks;

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        written++;
        long bytes = packet instanceof TestPacket test ? test.bytes() : UNMETERED;
        if (bytes > 4_096) {
            chunks++;
        }
        return bytes;
    }

    @Override
    public void flush() {}

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {}

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {}
}
