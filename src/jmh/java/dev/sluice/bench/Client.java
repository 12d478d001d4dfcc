package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.port.Ticker;
import java.util.UUID;

/** Sessions as they are on a server, where each knows which entity is its player's own. */
final class Client {

    /** None of those of which packets tell here. */
    private static final int OWN_ENTITY = 1_000_000;

    private Client() {}

    static ClientSession session(EngineConfig config, Ticker time, PacketSink sink) {
        ClientSession session = new ClientSession(new UUID(0, 1), config, time, sink, update -> update, LinkProbe.NONE);
        session.ownEntity(OWN_ENTITY);
        return session;
    }
}
