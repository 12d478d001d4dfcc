package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.priority.LinkPressure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a link counts as full or congested, and for how long after that, by the tick. */
final class PressureWatchTest {

    /** Nothing waited in the tick of this number. */
    private static final long NONE = 100;

    private final PressureWatch watch = new PressureWatch();

    @ParameterizedTest
    @CsvSource({"false, FULL", "true, CONGESTED"})
    void pressure_waitingForSixTicksOnEnd_beginsWithTheSixth(boolean entities, LinkPressure expected) {
        watch.observe(NONE, false, false);

        waits(entities, NONE + 1, NONE + 5);
        assertEquals(LinkPressure.FREE, watch.pressure());

        waits(entities, NONE + 6, NONE + 6);
        assertEquals(expected, watch.pressure());
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void pressure_oneMomentInWhichNothingWaits_beginsToCountAnew(boolean entities) {
        watch.observe(NONE, false, false);
        waits(entities, NONE + 1, NONE + 5);
        watch.observe(NONE + 5, false, false);

        waits(entities, NONE + 5, NONE + 10);
        assertEquals(LinkPressure.FREE, watch.pressure());
    }

    /** So that intervals do not come and go. */
    @ParameterizedTest
    @CsvSource({"false, FULL", "true, CONGESTED"})
    void pressure_nothingWaitsAnyMore_staysForASecondMore(boolean entities, LinkPressure expected) {
        watch.observe(NONE, false, false);
        waits(entities, NONE + 1, NONE + 10);

        for (long tick = NONE + 11; tick <= NONE + 30; tick++) {
            watch.observe(tick, false, false);
            assertEquals(expected, watch.pressure(), "tick " + (tick - NONE));
        }
        watch.observe(NONE + 31, false, false);

        assertEquals(LinkPressure.FREE, watch.pressure());
    }

    /** Entities are updated at their intervals while a world loads on, once they have had their turn again. */
    @ParameterizedTest
    @CsvSource({"30, CONGESTED", "31, FULL"})
    void pressure_onlyOthersWaitOn_isFullASecondLater(long ticks, LinkPressure expected) {
        watch.observe(NONE, false, false);
        waits(true, NONE + 1, NONE + 10);

        waits(false, NONE + 11, NONE + ticks);

        assertEquals(expected, watch.pressure());
    }

    /** Something waits at the end of each of these ticks, entities as well or not. */
    private void waits(boolean entities, long from, long to) {
        for (long tick = from; tick <= to; tick++) {
            watch.observe(tick, entities, true);
        }
    }
}
