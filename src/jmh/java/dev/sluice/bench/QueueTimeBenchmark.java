package dev.sluice.bench;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A dry run over what is held, for the statistics of one player that somebody reads. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class QueueTimeBenchmark extends Settings {

    /** Of so many ticks there is one with a dry run, even with the most messages with which there is any. */
    private static final int TICKS = 8;

    private static final long TICK_NANOS = 50_000_000;

    /** What the link could carry meanwhile, so that nothing leaves. */
    private static final int EARNED_BYTES = (int) (Backlog.BYTES_PER_SECOND * TICKS * TICK_NANOS / 1_000_000_000);

    /** A player with a few entities; the most messages that are rehearsed. */
    @Param({"400", "16384"})
    public int waiting = 400;

    private final NullSink sink = new NullSink();
    private TestPacket plug = plug(1);
    private Clock time = new Clock(Clock.Kind.FAKE);
    private ClientSession session = session(time, sink);

    @Setup
    public void prepare() {
        time = new Clock(Clock.Kind.FAKE);
        session = session(time, sink);
        TestPacket debt = plug(2 * EARNED_BYTES);
        session.offer(debt.message(), debt, null);
        session.passed(debt.message(), debt.bytes());
        plug = plug(EARNED_BYTES);
        Backlog backlog = new Backlog(waiting);
        for (int i = 0; i < waiting; i++) {
            TestPacket packet = backlog.next();
            session.offer(packet.message(), packet, null);
        }
    }

    private static TestPacket plug(int bytes) {
        return TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", bytes, Target.StreamTarget.WORLD);
    }

    private static ClientSession session(Clock time, NullSink sink) {
        return Client.session(SessionFixture.rate(Backlog.BYTES_PER_SECOND), time, sink);
    }

    @Benchmark
    public BandwidthStats dryRun() {
        session.passed(plug.message(), plug.bytes());
        time.advance(TICKS * TICK_NANOS);
        session.pass();
        return session.stats();
    }

    /** All still wait, and the predictions say for how long. */
    @TearDown
    public void check() {
        BandwidthStats stats = session.stats();
        double leastMillis = 500.0 * waiting * Backlog.PACKET_BYTES / Backlog.BYTES_PER_SECOND;
        if (stats.heldMessages() != waiting || stats.queueTime().millis(MessagePriority.CHAT) < leastMillis) {
            throw new IllegalStateException(
                    "expected " + waiting + " messages to wait for " + leastMillis + " ms at least, found " + stats);
        }
    }
}
