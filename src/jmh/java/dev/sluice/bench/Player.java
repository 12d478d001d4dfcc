package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;

/** One of many players: their entities move each tick, and chunks are always to come. */
final class Player {

    private static final int CHUNKS = 1_024;
    private static final int CHUNKS_WAITING = 16;

    private final ClientSession session;
    private final TestPacket[] moves;
    private final TestPacket[] chunks;
    private final NullSink sink = new NullSink();
    private final int places;
    private long movesOffered;
    private long chunksOffered;
    private int nextChunk;

    Player(Clock time, long bytesPerSecond, TestPacket[] places, TestPacket[] moves, TestPacket[] chunks) {
        this.moves = moves;
        this.chunks = chunks;
        this.places = places.length;
        session = Client.session(SessionFixture.rate(bytesPerSecond), time, sink);
        for (TestPacket place : places) {
            offer(place);
        }
    }

    static TestPacket[] chunks() {
        TestPacket[] chunks = new TestPacket[CHUNKS];
        for (int i = 0; i < CHUNKS; i++) {
            chunks[i] = TestPacket.chunk(i % 32 - 16, i / 32 - 16, 8_000);
        }
        return chunks;
    }

    void moveEntities() {
        for (int entity = 0; entity < moves.length; entity++) {
            moveEntity(entity);
        }
    }

    void moveEntity(int entity) {
        movesOffered++;
        offer(moves[entity]);
    }

    void sendChunks() {
        while (chunksOffered - sink.chunks < CHUNKS_WAITING) {
            chunksOffered++;
            offer(chunks[nextChunk++ % CHUNKS]);
        }
    }

    /** Which part of the moves left as a packet of its own. */
    double carriedMoves() {
        return (double) writtenMoves() / movesOffered;
    }

    long writtenMoves() {
        return sink.written - sink.chunks - places;
    }

    boolean holds() {
        return session.hasHeld();
    }

    long nanosUntilNextPass() {
        return session.nanosUntilNextPass();
    }

    /** Returns when the next pass is worth while, in nanoseconds from now on. */
    long pass() {
        session.pass();
        return session.nanosUntilNextPass();
    }

    private void offer(TestPacket packet) {
        if (session.offer(packet.message(), packet, null) instanceof Decision.Pass) {
            session.passed(packet.message(), sink.write(packet, null));
        }
    }
}
