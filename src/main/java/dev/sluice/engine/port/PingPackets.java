package dev.sluice.engine.port;

import java.util.OptionalInt;

/** The server's own ping and pong of the play phase. Any thread. */
public interface PingPackets {

    /** Pings cannot be built here. */
    PingPackets NONE = new PingPackets() {
        @Override
        public boolean areKnown() {
            return false;
        }

        @Override
        public Object ping(int id) {
            throw new IllegalStateException("expected no ping to be asked for, found " + id);
        }

        @Override
        public OptionalInt pongId(Object packet) {
            return OptionalInt.empty();
        }
    };

    /** Whether they were found. */
    boolean areKnown();

    /**
     * A new ping.
     *
     * @throws IllegalStateException if it cannot be built
     */
    Object ping(int id);

    /** The id of a client's answer; empty for any other packet. */
    OptionalInt pongId(Object packet);
}
