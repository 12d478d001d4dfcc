package dev.sluice.paper.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of config.yml in words. A value may contain itself, or be hundreds of megabytes when it is written out: YAML has
 * aliases. Stateless; any thread.
 */
final class Written {

    private static final int MAX_LENGTH = 60;

    private Written() {}

    /** A value as the name that it is to whoever wrote it, whatever YAML takes it for; in brief if it is none. */
    static String name(@Nullable Object value) {
        return value instanceof Map || value instanceof List ? inBrief(value) : String.valueOf(value);
    }

    /** A value as its {@code toString} would have it, on one line and cut off where it gets long. */
    static String inBrief(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return (text.length() <= MAX_LENGTH ? text.toString() : text.substring(0, MAX_LENGTH) + "...")
                .replace('\n', ' ');
    }

    /** Each level adds to the text before it goes deeper, and what is too long goes no further. */
    private static void append(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (text.length() > MAX_LENGTH) {
                    return;
                }
                text.append(separator);
                append(entry.getKey(), text);
                text.append('=');
                append(entry.getValue(), text);
                separator = ", ";
            }
            text.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                if (text.length() > MAX_LENGTH) {
                    return;
                }
                text.append(separator);
                append(element, text);
                separator = ", ";
            }
            text.append(list.isEmpty() ? "[]" : "]");
        } else {
            text.append(value);
        }
    }
}
