package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Players with 200 entities each, whose places are known, near and far. As in the handler, a player has a pass when the session
 * asked for one, to the quantum of 10 ms.
 */
@State(Scope.Thread)
public class Crowd {

    private static final int ENTITIES = 200;
    private static final int QUANTA = 5;
    private static final long QUANTUM_NANOS = 10_000_000;

    /** What each player's link does. */
    public enum Link {
        /** 512 kbit/s and a world that loads: few of the moves leave, the others are merged into what waits. */
        CONGESTED(64_000, 0.1, 0.5),
        /** 1 Mbit/s and a world that loads: a full link that carries what is left of the moves once most are made every third tick. */
        LOADING(125_000, 0.15, 0.5),
        /** Everything passes at once. */
        FREE(12_500_000, 1, 1);

        private final long bytesPerSecond;
        private final double leastCarried;
        private final double mostCarried;

        Link(long bytesPerSecond, double leastCarried, double mostCarried) {
            this.bytesPerSecond = bytesPerSecond;
            this.leastCarried = leastCarried;
            this.mostCarried = mostCarried;
        }
    }

    /** In which order a tick's moves are offered. */
    public enum Order {
        /** All entities of a player, then those of the next one. */
        PLAYERS,
        /** An entity to all players, then the next entity, as a server's tracker does that sends to all who see it. */
        ENTITIES
    }

    @Param
    public Link link = Link.CONGESTED;

    @Param("PLAYERS")
    public Order order = Order.PLAYERS;

    @Param
    public Clock.Kind clock = Clock.Kind.FAKE;

    /** What fewer players hold is nearer to the processor. */
    @Param("500")
    public int playerCount = 500;

    private final List<Player> players = new ArrayList<>();
    private boolean[] idle = new boolean[playerCount];
    private long[] nextPassNanos = new long[playerCount];
    private Clock time = new Clock(clock);
    private long passes;
    private long ticks;

    @Setup
    public void prepare() {
        time = new Clock(clock);
        idle = new boolean[playerCount];
        nextPassNanos = new long[playerCount];
        TestPacket[] places = new TestPacket[ENTITIES];
        TestPacket[] moves = new TestPacket[ENTITIES];
        for (int id = 0; id < ENTITIES; id++) {
            places[id] = Places.of(id, id % 20 * 5, 64, id / 20 * 5);
            moves[id] = TestPacket.move(id, id % 7 + 1, 0, 0);
        }
        TestPacket[] chunks = Player.chunks();
        for (int i = 0; i < playerCount; i++) {
            players.add(new Player(time, link.bytesPerSecond, places, moves, chunks));
        }
    }

    /** Each entity moves, and so many chunks come as have left. */
    void offer() {
        ticks++;
        switch (order) {
            case PLAYERS -> {
                for (int i = 0; i < playerCount; i++) {
                    beginTick(i);
                    players.get(i).moveEntities();
                    endTick(i);
                }
            }
            case ENTITIES -> {
                for (int i = 0; i < playerCount; i++) {
                    beginTick(i);
                }
                for (int entity = 0; entity < ENTITIES; entity++) {
                    for (Player player : players) {
                        player.moveEntity(entity);
                    }
                }
                for (int i = 0; i < playerCount; i++) {
                    endTick(i);
                }
            }
        }
    }

    private void beginTick(int i) {
        idle[i] = !players.get(i).holds();
    }

    private void endTick(int i) {
        Player player = players.get(i);
        if (link != Link.FREE) {
            player.sendChunks();
        }
        if (idle[i] && player.holds()) {
            nextPassNanos[i] = time.nanos() + player.nanosUntilNextPass();
        }
    }

    long pass() {
        for (int quantum = 0; quantum < QUANTA; quantum++) {
            time.advance(QUANTUM_NANOS);
            long now = time.nanos();
            for (int i = 0; i < playerCount; i++) {
                if (nextPassNanos[i] - now <= 0) {
                    passes++;
                    nextPassNanos[i] = now + players.get(i).pass();
                }
            }
        }
        return passes;
    }

    /** What the links carried must be what their description says; prints how much it was. */
    @TearDown
    public void check() {
        long moves = 0;
        for (Player player : players) {
            moves += player.writtenMoves();
            double carried = player.carriedMoves();
            if (carried < link.leastCarried || carried > link.mostCarried) {
                throw new IllegalStateException(
                        "expected a link that is " + link + ", found that it carries " + carried);
            }
        }
        System.out.printf(
                "%n%s: %d moves left in each tick, %d passes were made%n",
                link, moves / Math.max(1, ticks), passes / Math.max(1, ticks));
    }
}
