package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.overlay.ViewLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class ViewThrottleTest {

    private static final long TICK_NANOS = 50_000_000;
    private static final double LITTLE = 0.1;

    private final FakeDistance distance = new FakeDistance();
    private long nowNanos = Long.MAX_VALUE - 1_000_000_000L;
    private final ViewThrottle throttle = new ViewThrottle(distance, nowNanos);

    @Test
    void follow_nearTheCap_lowersStepByStepToTwo() {
        run(0.05, 0.8, 0);
        assertEquals(9, distance.present());
        run(1.95, 0.8, 0);
        assertEquals(9, distance.present());
        run(0.05, 0.8, 0);
        assertEquals(8, distance.present());
        run(100, 0.8, 0);
        assertEquals(2, distance.present());
        assertEquals(2, distance.lowest());
    }

    @Test
    void follow_littleHeldAgain_returnsStepByStepToWhatItWas() {
        lowerToSeven();
        run(60, 0.5, 0);
        assertEquals(7, distance.present());

        run(9, LITTLE, 0);
        assertEquals(7, distance.present());
        run(2, LITTLE, 0);
        assertEquals(8, distance.present());
        run(60, LITTLE, 0);

        assertEquals(List.of(9, 8, 7, 8, 9, ViewDistance.UNSET), distance.calls);
        assertEquals(Optional.empty(), throttle.limit());
    }

    @Test
    void follow_initialLoadThatGrowsThenShrinks_isLeftAlone() {
        runLoad();

        assertUntouched();
    }

    @Test
    void follow_loadAfterATeleport_isLeftAlone() {
        settle();
        throttle.loads(nowNanos);
        runLoad();

        assertUntouched();
    }

    @Test
    void follow_backlogThatShrinksForAnyLength_isLeftAlone() {
        double joined = seconds();
        run(300, LITTLE, now -> Math.max(0, 250_000 - 1_000 * (now - joined)));

        assertUntouched();
    }

    /** As often as it is while much is held and nobody looks at the statistics. */
    @Test
    void follow_backlogThatShrinksAndIsPredictedEveryFiveSeconds_isLeftAlone() {
        double joined = seconds();
        run(300, LITTLE, now -> Math.max(0, 250_000 - 5_000 * Math.floor((now - joined) / 5)));

        assertUntouched();
    }

    @Test
    void follow_backlogThatPersists_lowersAStepEveryTenSeconds() {
        settle();

        run(10, LITTLE, 14_000);
        assertUntouched();
        run(2, LITTLE, 14_000);
        assertEquals(9, distance.present());
        run(9, LITTLE, 14_000);
        assertEquals(9, distance.present());
        run(3, LITTLE, 14_000);
        assertEquals(8, distance.present());
        assertEquals(Optional.of(new ViewLimit(8, 10)), throttle.limit());
    }

    @Test
    void follow_backlogThatGrowsLongAfterTheJoin_lowers() {
        settle();
        double from = seconds();
        run(13, LITTLE, now -> 10_500 + 500 * (now - from));

        assertEquals(List.of(9), distance.calls);
    }

    @Test
    void follow_predictionThatSwingsWithTheRate_lowersAllTheSame() {
        settle();
        run(30, LITTLE, now -> 16_000 * (1 + 0.13 * Math.sin(3 * now)));

        assertTrue(distance.present() < 10, distance.calls::toString);
    }

    @Test
    void follow_tenSecondsBetweenShorterMoments_isLeftAlone() {
        settle();
        for (int i = 0; i < 10; i++) {
            run(9, LITTLE, 14_000);
            run(2, LITTLE, 9_000);
        }

        assertUntouched();
    }

    @Test
    void follow_raiseInVain_waitsLongerForTheNext() {
        settle();
        run(12, LITTLE, 14_000);
        run(11, LITTLE, 0);
        assertEquals(10, distance.present());
        run(12, LITTLE, 14_000);
        assertEquals(9, distance.present());

        run(15, LITTLE, 0);
        assertEquals(9, distance.present());
        run(6, LITTLE, 0);

        assertEquals(10, distance.present());
    }

    @Test
    void undo_afterLowering_returnsToWhatWasSet() {
        distance.standard = 12;
        lowerToSeven();
        throttle.undo();
        throttle.undo();

        assertEquals(List.of(9, 8, 7, 10), distance.calls);
    }

    @Test
    void undo_afterLoweringWhatNobodyHadSet_followsTheServerAgain() {
        lowerToSeven();
        throttle.undo();

        assertEquals(ViewDistance.UNSET, distance.calls.getLast());
    }

    @Test
    void undo_withoutLowering_setsNothing() {
        settle();
        throttle.undo();

        assertUntouched();
    }

    @Test
    void follow_somebodyElseSetsAnother_isLeftToThem() {
        lowerToSeven();
        distance.chunks = 5;
        run(100, LITTLE, 0);
        throttle.undo();

        assertEquals(5, distance.present());
        assertEquals(List.of(9, 8, 7), distance.calls);
    }

    @Test
    void follow_worldWithASmallerOne_isNoDecisionOfSomebody() {
        lowerToSeven();
        distance.chunks = 4;
        distance.standard = 4;
        run(5, 0.5, 0);
        throttle.undo();

        assertEquals(ViewDistance.UNSET, distance.calls.getLast());
    }

    /** The join is long past. */
    private void settle() {
        run(60, LITTLE, 0);
    }

    private void lowerToSeven() {
        run(5, 0.9, 0);
        assertEquals(List.of(9, 8, 7), distance.calls);
    }

    private void assertUntouched() {
        assertEquals(List.of(), distance.calls);
    }

    /** 441 chunks on a weak link: the queue grows while the server sends, and shrinks by a second each second. */
    private void runLoad() {
        double from = seconds();
        run(
                60,
                LITTLE,
                now -> now - from < 15 ? 2_500 * (now - from) : Math.max(0, 37_500 - 1_000 * (now - from - 15)));
    }

    private void run(double seconds, double fill, double queueMillis) {
        run(seconds, fill, now -> queueMillis);
    }

    private void run(double seconds, double fill, DoubleUnaryOperator queueMillis) {
        for (long i = Math.round(20 * seconds); i > 0; i--) {
            nowNanos += TICK_NANOS;
            throttle.follow(nowNanos, fill, queueMillis.applyAsDouble(seconds()));
        }
    }

    private double seconds() {
        return 1e-9 * (nowNanos - Long.MAX_VALUE);
    }

    /** A distance that holds at once, 10 chunks by default. */
    private static final class FakeDistance implements ViewDistance {
        private final List<Integer> calls = new ArrayList<>();
        private int standard = 10;
        private int chunks = 10;

        @Override
        public int present() {
            return chunks;
        }

        @Override
        public boolean isDefault(int candidate) {
            return candidate == standard;
        }

        @Override
        public void set(int newChunks) {
            calls.add(newChunks);
            chunks = newChunks == UNSET ? standard : newChunks;
        }

        private int lowest() {
            return calls.stream().mapToInt(Integer::intValue).min().orElseThrow();
        }
    }
}
