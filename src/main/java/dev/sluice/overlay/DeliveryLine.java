package dev.sluice.overlay;

import dev.sluice.engine.adapt.NetworkHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the client has processed of what was written, in words. */
final class DeliveryLine {

    private static final double MILLIS_PER_SECOND = 1_000;

    private DeliveryLine() {}

    /** Such as {@code Client: stalled, no answer for 3.2 s · 48 KB on their way · 2 reliable messages unconfirmed}. */
    static List<String> parts(DeliveryView delivery) {
        NetworkHealth health = delivery.health();
        List<String> parts = new ArrayList<>();
        parts.add("Client: " + words(delivery));
        if (health.status() != NetworkHealth.Status.UNKNOWN) {
            parts.add(Units.bytes(health.bytesInFlight()) + " on their way");
        }
        if (health.unconfirmedReliable() > 0) {
            parts.add(count(health.unconfirmedReliable(), "reliable message") + " unconfirmed");
        }
        if (health.remarks() > 0) {
            parts.add("asked again " + count(health.remarks(), "time"));
        }
        if (delivery.clockSubstitutions() > 0) {
            parts.add("the server's tick stayed away " + count(delivery.clockSubstitutions(), "time"));
        }
        return parts;
    }

    private static String words(DeliveryView delivery) {
        return switch (delivery.health().status()) {
            case UNKNOWN -> "has answered no marker, so that a stall would not be seen";
            case HEALTHY -> "confirms what it is sent, last " + since(delivery) + " ago";
            case STALLED -> "stalled, no answer for " + since(delivery);
            case RECOVERING -> "answers again, not yet all that was sent during the stall";
        };
    }

    private static String since(DeliveryView delivery) {
        double millis = delivery.sinceConfirmedMillis();
        return millis < MILLIS_PER_SECOND
                ? Units.millis(millis)
                : String.format(Locale.ROOT, "%.1f s", millis / MILLIS_PER_SECOND);
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
