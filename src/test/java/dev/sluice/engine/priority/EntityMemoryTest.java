package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.AdaptiveRate;
import org.junit.jupiter.api.Test;

final class EntityMemoryTest {

    private static final int ID = 7;

    private final EntityMemory memory = new EntityMemory();
    private final int row = memory.remember(ID);

    @Test
    void boost_nothingSent_halvesEverySecond() {
        memory.leftOut(row, 10);
        assertEquals(0.5, memory.boost(row, 10), 1e-6);
        assertEquals(0.25, memory.boost(row, 30), 1e-6);
        assertEquals(0.125, memory.boost(row, 50), 1e-6);
    }

    @Test
    void boost_leftOutInManyTicks_growsToABoundAndEndsOnceSent() {
        for (int tick = 0; tick < 200; tick++) {
            memory.leftOut(row, tick);
        }
        assertEquals(8, memory.boost(row, 199), 0.5);
        memory.sent(row, 200);
        assertEquals(0, memory.boost(row, 200));
    }

    /** Seed 000: priorities persist independently of how often packets are made; a tick has five passes or one. */
    @Test
    void leftOut_severalTimesInATick_countsOnce() {
        for (int pass = 0; pass < 5; pass++) {
            memory.leftOut(row, 10);
        }
        assertEquals(0.5, memory.boost(row, 10), 1e-6);
    }

    @Test
    void leftOut_sentSinceInTheSameTick_countsAgain() {
        memory.leftOut(row, 10);
        memory.sent(row, 10);
        memory.leftOut(row, 10);
        assertEquals(0.5, memory.boost(row, 10), 1e-6);
    }

    /** It goes before what was just sent, and from then on it ages. */
    @Test
    void ticksSinceSent_neverSent_areTwentyWhenItIsFirstAskedFor() {
        assertEquals(10 - 20, memory.sentTick(row, 10));
        assertEquals(20, memory.ticksSinceSent(row, 10));
        assertEquals(25, memory.ticksSinceSent(row, 15));
        assertEquals(10 - 20, memory.sentTick(row, 15));
        memory.sent(row, 15);
        assertEquals(0, memory.ticksSinceSent(row, 15));
    }

    /** A turn that the budget lets an entity miss stays its own. */
    @Test
    void turn_missed_staysUntilItIsSent() {
        memory.sent(row, 20);
        int interval = 3;
        // The entity's turns are the ticks that make a multiple of three with its id: 23, 26, 29.
        for (int tick = 20; tick < 23; tick++) {
            assertEquals(true, memory.wasSentSinceItsTurn(row, interval, tick), "tick " + tick);
        }
        for (int tick = 23; tick < 26; tick++) {
            assertEquals(false, memory.wasSentSinceItsTurn(row, interval, tick), "tick " + tick);
        }
        memory.sent(row, 25);
        assertEquals(true, memory.wasSentSinceItsTurn(row, interval, 25));
        assertEquals(false, memory.wasSentSinceItsTurn(row, interval, 26));
    }

    /** Seed 002: what is sent at each of its turns comes in the ticks of the seed's own rule. */
    @Test
    void turn_neverMissed_isWhenTheAdaptiveRateSays() {
        AdaptiveRate rate = new AdaptiveRate(AdaptiveConfig.DEFAULT);
        for (int rttMillis : new int[] {100, 200, 400}) {
            rate.adjust(rttMillis);
            int interval = rate.entityUpdateInterval();
            memory.sent(row, 19);
            for (int tick = 20; tick < 40; tick++) {
                boolean due = rate.shouldSendEntityUpdate(ID, tick);
                assertEquals(due, !memory.wasSentSinceItsTurn(row, interval, tick), interval + " ticks, tick " + tick);
                if (due) {
                    memory.sent(row, tick);
                }
            }
        }
    }
}
