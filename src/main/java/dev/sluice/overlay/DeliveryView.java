package dev.sluice.overlay;

import dev.sluice.engine.adapt.NetworkHealth;

/**
 * What a player's client has confirmed, to be shown.
 *
 * @param health what markers tell of the link
 * @param sinceConfirmedMillis since the client's last answer, at least 0; meaningless while the status is unknown
 * @param clockSubstitutions how often the server has not ticked for so long that the session's own clock stood in
 */
public record DeliveryView(NetworkHealth health, double sinceConfirmedMillis, long clockSubstitutions) {

    /** What a session tells at a moment by its ticker. */
    public static DeliveryView of(NetworkHealth health, long nowNanos, long clockSubstitutions) {
        return new DeliveryView(health, Math.max(0, nowNanos - health.lastRxNanos()) * 1e-6, clockSubstitutions);
    }
}
