package dev.sluice.sim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SignedTallyTest {

    @Test
    void percentiles_bothSigns_areThoseOfTheSortedValues() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] millis = new long[1 + random.nextInt(400)];
            SignedTally one = new SignedTally();
            SignedTally all = new SignedTally();
            for (int i = 0; i < millis.length; i++) {
                millis[i] = random.nextInt(-60, 120);
                (i % 2 == 0 ? one : all).record(millis[i] * 1_000_000);
            }
            all.add(one);
            Arrays.sort(millis);
            for (double percent : new double[] {5, 50, 95, 100}) {
                int rank = (int) Math.ceil(percent / 100 * millis.length);
                assertEquals((double) millis[rank - 1], all.millisAt(percent), 0.1, "seed " + seed + ", p" + percent);
            }
            double within =
                    Arrays.stream(millis).filter(value -> Math.abs(value) <= 50).count();
            assertEquals(within / millis.length, all.within(50), 1e-9, "seed " + seed);
        }
    }

    @Test
    void millisAt_nothing_isUnknown() {
        assertTrue(Double.isNaN(new SignedTally().millisAt(50)));
        assertTrue(Double.isNaN(new SignedTally().within(50)));
    }
}
