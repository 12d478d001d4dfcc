package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** In how many scenarios each occasion was met. */
final class OccasionCounts {

    private final Map<Occasion, Integer> counts = new EnumMap<>(Occasion.class);
    private int scenarios;

    /** Counts a scenario. */
    void add(Set<Occasion> met) {
        scenarios++;
        met.forEach(occasion -> counts.merge(occasion, 1, Integer::sum));
    }

    /** What was met in too few of them. */
    List<String> rare() {
        List<String> rare = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            if (count(occasion) < occasion.leastPart * scenarios) {
                rare.add(percent(occasion) + ", expected at least "
                        + String.format(Locale.ROOT, "%.1f %%", 100 * occasion.leastPart));
            }
        }
        return rare;
    }

    /** A line for each occasion. */
    String text() {
        StringBuilder text = new StringBuilder("met with something held, in so many scenarios:");
        for (Occasion occasion : Occasion.values()) {
            text.append("\n    ").append(percent(occasion));
        }
        return text.toString();
    }

    private String percent(Occasion occasion) {
        double percent = 100.0 * count(occasion) / Math.max(1, scenarios);
        return String.format(
                Locale.ROOT,
                "%s %.2f %%",
                occasion.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                percent);
    }

    private int count(Occasion occasion) {
        return counts.getOrDefault(occasion, 0);
    }
}
