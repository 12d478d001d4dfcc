package dev.sluice.netty;

import dev.sluice.engine.port.PingPackets;
import java.util.OptionalInt;

/** Pings and pongs that are records. */
final class FakePings implements PingPackets {

    record Ping(int id) {}

    record Pong(int id) {}

    @Override
    public boolean areKnown() {
        return true;
    }

    @Override
    public Object ping(int id) {
        return new Ping(id);
    }

    @Override
    public OptionalInt pongId(Object packet) {
        return packet instanceof Pong pong ? OptionalInt.of(pong.id()) : OptionalInt.empty();
    }
}
