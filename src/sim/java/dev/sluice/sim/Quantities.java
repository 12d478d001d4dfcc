package dev.sluice.sim;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates, sizes and times as written on a command line. */
final class Quantities {

    /** What is accepted, for people. */
    static final String RATES = "a rate such as 1mbit, 512kbit or 64KB";

    static final String SIZES = "a size such as 64KB, 1MB or 1500B";
    static final String TIMES = "a time such as 40ms, 2s or 1.5m";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)([a-z]*)");

    private record Quantity(double value, String unit) {}

    private Quantities() {}

    /**
     * Reads a rate; {@code k} and {@code m} are powers of 1 000.
     *
     * @return bytes a second, at least 1
     * @throws IllegalArgumentException if this is none
     */
    static long rate(String text) {
        Quantity quantity = split(text, RATES);
        double factor = switch (quantity.unit()) {
            case "bit" -> 1 / 8.0;
            case "kbit" -> 1e3 / 8;
            case "mbit" -> 1e6 / 8;
            case "gbit" -> 1e9 / 8;
            case "b", "kb", "mb" -> bytes(quantity.unit());
            default -> throw expected(RATES, text);
        };
        return atLeastOne(quantity.value() * factor, RATES, text);
    }

    /** Reads a size in bytes, at least 1. */
    static long size(String text) {
        Quantity quantity = split(text, SIZES);
        double factor = switch (quantity.unit()) {
            case "b", "kb", "mb" -> bytes(quantity.unit());
            default -> throw expected(SIZES, text);
        };
        return atLeastOne(quantity.value() * factor, SIZES, text);
    }

    /** Reads a time in nanoseconds, at least 0. */
    static long nanos(String text) {
        Quantity quantity = split(text, TIMES);
        double factor = switch (quantity.unit()) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            default -> throw expected(TIMES, text);
        };
        return Math.round(quantity.value() * factor);
    }

    private static double bytes(String unit) {
        return switch (unit) {
            case "kb" -> 1e3;
            case "mb" -> 1e6;
            default -> 1;
        };
    }

    private static long atLeastOne(double value, String forms, String text) {
        if (value < 1) {
            throw expected(forms, text);
        }
        return Math.round(value);
    }

    private static Quantity split(String text, String forms) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw expected(forms, text);
        }
        return new Quantity(Double.parseDouble(matcher.group(1)), matcher.group(2));
    }

    private static IllegalArgumentException expected(String forms, String text) {
        return new IllegalArgumentException("expected " + forms + ", found " + text);
    }
}
