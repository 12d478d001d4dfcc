package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The fast path: nothing is held and there is credit. */
@State(Scope.Thread)
public class OfferBenchmark extends Settings {

    private static final int ENTITIES = 256;

    @Param
    public Clock.Kind clock = Clock.Kind.FAKE;

    private final TestPacket[] moves = new TestPacket[ENTITIES];
    private final TestPacket chatLine = TestPacket.chat("hello", 12);
    private Clock time = new Clock(clock);
    private ClientSession session = session(time);
    private int next;

    @Setup
    public void prepare() {
        time = new Clock(clock);
        session = session(time);
        for (int id = 0; id < ENTITIES; id++) {
            moves[id] = TestPacket.move(id, 1, 0, 0);
        }
    }

    private static ClientSession session(Clock time) {
        return Client.session(SessionFixture.rate(1_000_000_000), time, new NullSink());
    }

    @Benchmark
    public Decision move() {
        return offer(moves[next++ & (ENTITIES - 1)]);
    }

    @Benchmark
    public Decision chat() {
        return offer(chatLine);
    }

    private Decision offer(TestPacket packet) {
        time.advance(20);
        Decision decision = session.offer(packet.message(), packet, null);
        if (!(decision instanceof Decision.Pass)) {
            throw new IllegalStateException("expected the fast path, found " + decision);
        }
        session.passed(packet.message(), packet.bytes());
        return decision;
    }
}
