package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ViewThrottleTest {

    private final ViewThrottle throttle = new ViewThrottle();
    private int distance = 10;

    @Test
    void follow_nearTheCap_lowersStepByStepToTwo() {
        run(1, 0.8);
        assertEquals(9, distance);
        run(39, 0.8);
        assertEquals(9, distance);
        run(1, 0.8);
        assertEquals(8, distance);
        run(2_000, 0.8);
        assertEquals(2, distance);
    }

    @Test
    void follow_littleHeldAgain_returnsToWhereItWas() {
        run(100, 0.9);
        run(100, 0.5);
        assertEquals(7, distance);
        run(2_000, 0.1);
        assertEquals(10, distance);
    }

    @Test
    void follow_worldThatLoads_isLeftAlone() {
        // 441 chunks are 2 MB of a cap of 16 MB.
        run(1_000, 0.13);
        assertEquals(10, distance);
        assertEquals(OptionalInt.empty(), throttle.undo(() -> distance));
    }

    @Test
    void undo_afterLowering_returnsToWhereItWas() {
        run(100, 0.9);
        assertEquals(OptionalInt.of(10), throttle.undo(() -> distance));
    }

    private void run(int ticks, double fill) {
        for (int i = 0; i < ticks; i++) {
            distance = throttle.follow(fill, () -> distance).orElse(distance);
        }
    }
}
