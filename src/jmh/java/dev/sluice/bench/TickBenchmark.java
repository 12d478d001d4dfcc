package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the passes of one tick cost: 500 players, 200 entities of each have moved. Offers are not measured here. A tick has
 * five passes, as with the default profile. Places are known, near and far.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TickBenchmark extends Settings {

    private static final int PLAYERS = 500;
    private static final int ENTITIES = 200;
    private static final int PASSES = 5;
    private static final long QUANTUM_NANOS = 10_000_000;

    /** What the link does. */
    public enum Link {
        /** 1 Mbit/s, and more chunks wait than it carries. */
        CONGESTED,
        /** Everything passes at once. */
        FREE
    }

    @Param
    public Link link = Link.CONGESTED;

    @Param
    public Clock.Kind clock = Clock.Kind.FAKE;

    private final List<Player> players = new ArrayList<>();
    private Clock time = new Clock(clock);

    @Setup
    public void prepare() {
        time = new Clock(clock);
        TestPacket[] places = new TestPacket[ENTITIES];
        TestPacket[] moves = new TestPacket[ENTITIES];
        for (int id = 0; id < ENTITIES; id++) {
            places[id] = Places.of(id, id % 20 * 5, 64, id / 20 * 5);
            moves[id] = TestPacket.move(id, id % 7 + 1, 0, 0);
        }
        TestPacket[] chunks = Player.chunks();
        for (int i = 0; i < PLAYERS; i++) {
            players.add(new Player(time, link == Link.CONGESTED ? 125_000 : 12_500_000, places, moves, chunks));
        }
    }

    /** A tick's packets; an invocation takes so long that the set-up of each does not blur it. */
    @Setup(Level.Invocation)
    public void send() {
        for (Player player : players) {
            player.moveEntities();
            if (link == Link.CONGESTED) {
                player.sendChunks();
            }
        }
    }

    @Benchmark
    public long tick() {
        for (int pass = 0; pass < PASSES; pass++) {
            time.advance(QUANTUM_NANOS);
            for (Player player : players) {
                player.pass();
            }
        }
        return time.nanos();
    }
}
