package dev.sluice.paper.config;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates as written in config.yml. */
final class ByteRate {

    /** What is accepted, for people. */
    static final String FORMS = "a number with a unit such as 1Mbit/s, 500kbit/s, 64KB/s, 64KiB/s or 125000B/s";

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([KkMG]?)(i?)(bit/s|bps|B/s)");

    private ByteRate() {}

    /**
     * Reads a rate. {@code K} is 1 000 and {@code Ki} is 1 024; {@code B} is a byte, {@code bit} and {@code bps} are bits.
     * A lone {@code b} is refused: half of those who write it mean bytes.
     *
     * @return bytes a second, rounded down; empty if this is no rate
     */
    static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String prefix = matcher.group(2).toUpperCase(Locale.ROOT);
        boolean binary = !matcher.group(3).isEmpty();
        boolean bytes = matcher.group(4).equals("B/s");
        if (binary && (prefix.isEmpty() || !bytes)) {
            return OptionalLong.empty();
        }
        int power = switch (prefix) {
            case "K" -> 1;
            case "M" -> 2;
            case "G" -> 3;
            default -> 0;
        };
        double value = Double.parseDouble(matcher.group(1)) * Math.pow(binary ? 1_024 : 1_000, power);
        return OptionalLong.of((long) Math.floor(bytes ? value : value / 8));
    }

    /** Writes a rate in whole bytes, the one form that is always exact. */
    static String format(long bytesPerSecond) {
        return bytesPerSecond + "B/s";
    }
}
