package dev.sluice.paper.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of config.yml, read value by value. A value that is missing becomes the default silently, one that is
 * wrong becomes the default and a problem. Call {@link #reportUnknown} once everything known has been read.
 */
final class Section {

    private final String path;
    private final Map<String, @Nullable Object> values;
    private final List<ConfigProblem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param path empty for the file itself
     * @param problems where problems are added
     */
    Section(String path, Map<?, ?> values, List<ConfigProblem> problems) {
        this.path = path;
        this.values = new LinkedHashMap<>();
        // A key such as 1 or true is no text to YAML, but a name to whoever writes it.
        values.forEach((key, value) -> this.values.put(Written.name(key), value));
        this.problems = problems;
    }

    /** The section of this name; an empty one if it is missing or something else. */
    Section section(String key) {
        Object value = take(key);
        if (value != null && !(value instanceof Map)) {
            report(key, value, "the defaults", "Expected indented keys below it.");
        }
        return new Section(at(key), value instanceof Map<?, ?> map ? map : Map.of(), problems);
    }

    boolean bool(String key, boolean fallback) {
        Object value = take(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        report(key, value, fallback, "Expected true or false.");
        return fallback;
    }

    int integer(String key, int fallback, int min, int max) {
        Object value = take(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        report(key, value, fallback, "Expected a whole number from " + min + " to " + max + ".");
        return fallback;
    }

    double decimal(String key, double fallback, double min, double max) {
        Object value = take(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max) {
            return number.doubleValue();
        }
        report(key, value, plain(fallback), "Expected a number from " + plain(min) + " to " + plain(max) + ".");
        return fallback;
    }

    /** A rate in bytes a second. */
    long rate(String key, long fallback, long min, long max) {
        Object value = take(key);
        return value == null ? fallback : rate(key, value, fallback, ByteRate.format(fallback), "", min, max);
    }

    /** A rate in bytes a second, or a word with a meaning of its own, which is also what a file without the key means. */
    long rateOr(String key, String word, long meaning, long min, long max) {
        Object value = take(key);
        return value == null || value.equals(word)
                ? meaning
                : rate(key, value, meaning, word, ", or " + word, min, max);
    }

    private long rate(
            String key, Object value, long fallback, String shownFallback, String orWord, long min, long max) {
        OptionalLong rate = value instanceof String text ? ByteRate.parse(text) : OptionalLong.empty();
        if (rate.isEmpty()) {
            report(key, value, shownFallback, "Expected " + ByteRate.FORMS + orWord + ".");
            return fallback;
        }
        if (rate.getAsLong() < min || rate.getAsLong() > max) {
            report(key, value, shownFallback, "Expected " + ByteRate.format(min) + " to " + ByteRate.format(max) + ".");
            return fallback;
        }
        return rate.getAsLong();
    }

    /** One of some words. */
    String choice(String key, String fallback, Set<String> words) {
        Object value = take(key);
        if (value == null) {
            return fallback;
        }
        // Not only texts: a profile's name may look like a number, as a key may.
        String text = Written.name(value);
        if (words.contains(text)) {
            return text;
        }
        report(key, value, fallback, "Expected one of " + String.join(", ", words) + "." + meant(text, words));
        return fallback;
    }

    /** A list of some words; one that is none of them is left out. */
    Set<String> words(String key, Set<String> fallback, Set<String> known) {
        Object value = take(key);
        if (value == null) {
            return fallback;
        }
        if (!(value instanceof List<?> list)) {
            report(key, value, "the default", "Expected a list such as [" + String.join(", ", fallback) + "].");
            return fallback;
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (Object word : list) {
            String text = Written.name(word);
            if (known.contains(text)) {
                chosen.add(text);
            } else {
                report(
                        key,
                        text,
                        "the others",
                        "Expected names of packets as in docs/packets.md." + meant(text, known));
            }
        }
        return chosen;
    }

    /** Whether something is written there. */
    boolean has(String key) {
        return values.get(key) != null;
    }

    /** The keys as written, in their order. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Explains a key that somebody may well write although there is nothing to set. */
    void refuse(String key, String hint) {
        Object value = take(key);
        if (value != null) {
            report(key, value, "nothing", hint);
        }
    }

    /** Reports every key that was not asked for. */
    void reportUnknown() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                report(
                        key,
                        "an unknown key",
                        "nothing",
                        "Known here: " + String.join(", ", known) + "." + meant(key, known));
            }
        }
    }

    /** Adds a problem with one of this section's keys. */
    void report(String key, Object found, Object used, String hint) {
        problems.add(new ConfigProblem(at(key), Written.inBrief(found), String.valueOf(used), hint));
    }

    private @Nullable Object take(String key) {
        known.add(key);
        return values.get(key);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String meant(String written, Set<String> words) {
        return Spelling.nearest(written, words)
                .map(word -> " Did you mean " + word + "?")
                .orElse("");
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
