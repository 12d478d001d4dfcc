package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.NetworkProfiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Holding and releasing: each packet waits behind others. The comparison is {@link BaselineBenchmark}. */
@State(Scope.Thread)
public class HoldBenchmark extends Settings {

    @Param
    public Clock.Kind clock = Clock.Kind.FAKE;

    /** A player with a few entities; a flood. */
    @Param({"400", "10000"})
    public int waiting = 400;

    private Backlog backlog = new Backlog(waiting);
    private final NullSink sink = new NullSink();
    private Clock time = new Clock(clock);
    private ClientSession session = session(time, sink);

    private long held;
    private long passed;
    private long absorbed;

    @Setup
    public void prepare() {
        time = new Clock(clock);
        session = session(time, sink);
        backlog = new Backlog(waiting);
        int debt = Backlog.debtFor(waiting);
        TestPacket plug = TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", debt, Target.StreamTarget.WORLD);
        session.offer(plug.message(), plug, null);
        session.passed(plug.message(), debt);
    }

    /** With a profile that withholds nothing of entities whose place is unknown: else a third would merge. */
    private static ClientSession session(Clock time, NullSink sink) {
        return Client.session(
                SessionFixture.rate(Backlog.BYTES_PER_SECOND).withProfile(NetworkProfiles.ACTION), time, sink);
    }

    /** Time goes on for what is held only: so many go as come, and as many wait as before. */
    @Benchmark
    @OperationsPerInvocation(Backlog.BATCH)
    public long sluice() {
        for (int i = 0; i < Backlog.BATCH; i++) {
            TestPacket packet = backlog.next();
            switch (session.offer(packet.message(), packet, null)) {
                case Decision.Hold hold -> {
                    time.advance(Backlog.NANOS_PER_PACKET);
                    held++;
                }
                case Decision.Absorb absorb -> absorbed++;
                case Decision.Pass pass -> {
                    session.passed(packet.message(), packet.bytes());
                    passed++;
                }
            }
        }
        session.pass();
        return sink.written;
    }

    /** What passed or merged was not held and released: hardly any may. */
    @TearDown
    public void check() {
        if (100 * (passed + absorbed) > held || sink.written < held - 2L * waiting - Backlog.BATCH) {
            throw new IllegalStateException("expected nearly all to be held and released, found " + held + " held, "
                    + passed + " passed, " + absorbed + " merged and " + sink.written + " released");
        }
    }
}
