package dev.sluice.overlay;

import java.util.Locale;

/**
 * Numbers as players read them. Decimal units throughout: 1 KB is 1 000 bytes, as in config.yml, so that a budget of
 * {@code 1Mbit/s} reads 125 KB/s.
 */
final class Units {

    private static final long KB = 1_000;
    private static final long MB = 1_000_000;

    private Units() {}

    /** A rate, such as {@code 64 KB/s}; from 10 MB/s on in MB with one decimal. */
    static String rate(long bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /** An amount of data, such as {@code 64 KB}; from 10 MB on in MB with one decimal. */
    static String bytes(long bytes) {
        if (bytes >= 10 * MB) {
            return String.format(Locale.ROOT, "%.1f MB", (double) bytes / MB);
        }
        if (bytes > 0 && bytes < KB) {
            return "<1 KB";
        }
        return Math.round((double) bytes / KB) + " KB";
    }

    /** A round-trip time, such as {@code 142 ms}, or a dash while it is unknown (NaN). */
    static String millis(double millis) {
        return Double.isNaN(millis) ? "–" : Math.round(millis) + " ms";
    }

    /** How often an entity is updated, such as {@code every 2nd tick}. */
    static String interval(int ticks) {
        return switch (ticks) {
            case 1 -> "every tick";
            case 2 -> "every 2nd tick";
            case 3 -> "every 3rd tick";
            default -> "every " + ticks + "th tick";
        };
    }
}
