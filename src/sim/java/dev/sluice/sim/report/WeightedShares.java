package dev.sluice.sim.report;

/**
 * Weighted max-min fair shares by progressive filling (Bertsekas and Gallager, Data Networks, 6.5.2): what a fluid server
 * that divides by weights gives to those who may want less than their part (generalized processor sharing, Parekh and
 * Gallager 1993). Pure functions.
 */
final class WeightedShares {

    private WeightedShares() {}

    /**
     * Divides an amount. Whoever wants less than its part gets what it wants, and the others divide what that leaves by
     * their weights.
     *
     * @param demands at least 0 each
     * @param weights at least 0 each, as many; whoever has none gets nothing
     * @param spareWeight of somebody beside them who takes whatever comes; at least 0
     */
    static double[] of(double amount, double[] demands, double[] weights, double spareWeight) {
        double[] parts = new double[demands.length];
        boolean[] full = new boolean[demands.length];
        double left = amount;
        boolean changed = true;
        while (changed) {
            changed = false;
            double open = spareWeight;
            for (int i = 0; i < parts.length; i++) {
                open += full[i] ? 0 : weights[i];
            }
            double level = open > 0 ? left / open : 0;
            for (int i = 0; i < parts.length; i++) {
                if (!full[i]) {
                    parts[i] = level * weights[i];
                }
            }
            for (int i = 0; i < parts.length; i++) {
                if (!full[i] && parts[i] >= demands[i]) {
                    parts[i] = demands[i];
                    left -= demands[i];
                    full[i] = true;
                    changed = true;
                }
            }
        }
        return parts;
    }
}
