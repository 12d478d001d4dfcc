package dev.sluice.sim.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class WeightedSharesTest {

    @Test
    void of_everybodyWantsMore_dividesByWeight() {
        assertArrayEquals(new double[] {20, 40, 0}, of(60, new double[] {99, 99, 99}, 0.1, 0.2, 0), 1e-9);
    }

    @Test
    void of_someWantLess_leaveTheRestToTheOthers() {
        // The first leaves 15 of its 20, the second then has enough as well.
        assertArrayEquals(new double[] {5, 24, 31}, of(60, new double[] {5, 24, 99}, 1, 1, 1), 1e-9);
        assertArrayEquals(new double[] {5, 18.75, 56.25}, of(80, new double[] {5, 99, 99}, 1, 1, 3), 1e-9);
    }

    @Test
    void of_enoughForAll_givesWhatIsWanted() {
        assertArrayEquals(new double[] {5, 6, 0}, of(60, new double[] {5, 6, 0}, 1, 2, 3), 1e-9);
    }

    @Test
    void of_somebodyBesideThem_takesItsPart() {
        assertArrayEquals(
                new double[] {5, 45, 0},
                WeightedShares.of(80, new double[] {5, 99, 9}, new double[] {1, 3, 0}, 2),
                1e-9);
    }

    private static double[] of(double amount, double[] demands, double... weights) {
        return WeightedShares.of(amount, demands, weights, 0);
    }
}
