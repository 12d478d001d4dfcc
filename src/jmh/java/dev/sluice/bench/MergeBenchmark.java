package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A move that is added to one that is held. */
@State(Scope.Thread)
public class MergeBenchmark extends Settings {

    private static final int ENTITIES = 256;
    private static final int DEBT = 1_000_000;

    @Param
    public Clock.Kind clock = Clock.Kind.FAKE;

    /** A step of each entity, then the step back of each. */
    private final TestPacket[] moves = new TestPacket[2 * ENTITIES];

    private Clock time = new Clock(clock);
    private ClientSession session = session(time);
    private int next;

    @Setup
    public void prepare() {
        time = new Clock(clock);
        session = session(time);
        TestPacket plug = TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", DEBT, Target.StreamTarget.WORLD);
        session.offer(plug.message(), plug, null);
        session.passed(plug.message(), DEBT);
        for (int id = 0; id < ENTITIES; id++) {
            TestPacket first = TestPacket.move(id, 100, 0, 0);
            session.offer(first.message(), first, null);
            moves[id] = TestPacket.move(id, 1, 0, 0);
            moves[ENTITIES + id] = TestPacket.move(id, -1, 0, 0);
        }
    }

    private static ClientSession session(Clock time) {
        return Client.session(SessionFixture.rate(Backlog.BYTES_PER_SECOND), time, new NullSink());
    }

    @Benchmark
    public Decision move() {
        TestPacket packet = moves[next++ & (2 * ENTITIES - 1)];
        Decision decision = session.offer(packet.message(), packet, null);
        if (!(decision instanceof Decision.Absorb)) {
            throw new IllegalStateException("expected a merge, found " + decision);
        }
        return decision;
    }
}
