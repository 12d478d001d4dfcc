package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing scenario small (Zeller and Hildebrandt's delta debugging): leaves out ever smaller runs of steps as long
 * as it still fails. What the contract does not allow any more without them goes, too.
 */
final class Shrinker {

    private static final int MOST_TRIALS = 20_000;

    private final Predicate<Scenario> fails;
    private int trials;

    Shrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    Scenario shrink(Scenario failing) {
        Scenario best = failing;
        boolean smaller = true;
        while (smaller && trials < MOST_TRIALS) {
            int before = best.packets() + best.steps().size();
            for (int run = Math.max(1, best.steps().size() / 2); run > 0; run /= 2) {
                best = without(best, run);
            }
            best = simpler(best);
            smaller = best.packets() + best.steps().size() < before;
        }
        return best;
    }

    /** What of the steps the contract allows. */
    static List<Step> allowed(List<Step> steps) {
        Contract contract = new Contract();
        List<Step> allowed = new ArrayList<>(steps.size());
        for (Step step : steps) {
            Step kept = contract.allow(step);
            if (kept != null) {
                allowed.add(kept);
            }
        }
        return allowed;
    }

    private Scenario without(Scenario scenario, int run) {
        Scenario best = scenario;
        for (int from = best.steps().size() - run; from >= 0; from -= run) {
            if (from + run > best.steps().size()) {
                continue;
            }
            List<Step> fewer = new ArrayList<>(best.steps().subList(0, from));
            fewer.addAll(best.steps().subList(from + run, best.steps().size()));
            best = better(best, fewer);
        }
        return best;
    }

    /** Bundles lose parts, or are sent as their only part. */
    private Scenario simpler(Scenario scenario) {
        Scenario best = scenario;
        for (int i = 0; i < best.steps().size(); i++) {
            if (best.steps().get(i) instanceof Step.Send(ModelPacket.Bundle(List<ModelPacket> parts))) {
                for (int part = parts.size() - 1; part >= 0 && parts.size() > 1; part--) {
                    List<ModelPacket> fewerParts = new ArrayList<>(parts);
                    fewerParts.remove(part);
                    List<Step> fewer = new ArrayList<>(best.steps());
                    fewer.set(i, new Step.Send(new ModelPacket.Bundle(fewerParts)));
                    Scenario candidate = better(best, fewer);
                    if (candidate.packets() < best.packets()) {
                        best = candidate;
                        break;
                    }
                }
            }
        }
        return best;
    }

    private Scenario better(Scenario best, List<Step> steps) {
        if (trials++ > MOST_TRIALS) {
            return best;
        }
        Scenario candidate = best.with(allowed(steps));
        boolean isSmaller = candidate.packets() + candidate.steps().size()
                < best.packets() + best.steps().size();
        return isSmaller && fails.test(candidate) ? candidate : best;
    }
}
