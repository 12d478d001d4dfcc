package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.StateUpdate.Move;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Merged moves put the entity where all the single moves would have, to the bit. */
final class MoveMergeTest {

    /** The client's position arithmetic: a coordinate is rounded to 1/4096 block by the first delta that is not zero. */
    private static double apply(double base, short delta) {
        return delta == 0 ? base : (Math.round(base * 4096) + delta) / 4096.0;
    }

    @RepeatedTest(300)
    void moves_randomDeltasFromAnyBase_endWhereUnmergedOnesDo() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SessionFixture client = new SessionFixture(SessionFixture.rate(1_000L << random.nextInt(6)));
        double base = random.nextDouble() * 1_000 - 500;
        double expected = base;
        client.congest();
        int range = 1 << (1 + random.nextInt(16));
        for (int i = 0; i < 60; i++) {
            short delta = (short) (random.nextInt(range) - range / 2);
            expected = apply(expected, delta);
            client.send(TestPacket.move(7, delta, 0, 0));
            if (random.nextInt(10) == 0) {
                client.run(10);
            }
        }
        client.drain();
        double position = base;
        for (Object packet : client.sink.written) {
            Move move = packet instanceof Move merged ? merged : single(packet);
            position = apply(position, move.deltaX());
        }
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(position), "seed " + seed);
    }

    private static Move single(Object packet) {
        if (packet instanceof TestPacket test && test.message().state() instanceof Move move) {
            return move;
        }
        throw new AssertionError("expected a move, found " + packet);
    }
}
