package dev.sluice.engine.schedule;

import java.util.Set;

/**
 * How the engine serves a kind of game: seed 001's network profile, mapped onto Minecraft's 20 ticks a second. The
 * built-in ones are in {@link NetworkProfiles}.
 *
 * <p>Seed 001's {@code interpolationMs} is left out: the client interpolates by itself, over 3 ticks, and no packet
 * changes that. Its {@code inputHz} is left out too: input comes from the client, and Sluice stands on the way out.
 *
 * <p>A link is congested while entity updates themselves do not fit: some have waited at the end of every pass for six ticks,
 * and for a second after that. While a link is merely full, what is close keeps its updates: see
 * {@link dev.sluice.engine.priority.LinkPressure}.
 *
 * @param name the profile's name in the configuration and in commands
 * @param clock what drives the passes (seed: {@code clockPolicy.mode})
 * @param quantumMillis the time between two passes in milliseconds, 1 to 50; not used under {@link ClockPolicy#KERNEL}
 * @param entityIntervalTicks ticks between two updates of an entity while the link is congested, 1 to
 *     {@value VisibilityBuckets#MAX_INTERVAL} (seed: {@code snapshotHz}); on a link that is not even full, nothing is withheld
 * @param keepaliveMillis the time between two of Sluice's own ping markers on an idle link in milliseconds, 100 to 10000
 *     (seed: {@code keepaliveMs}); the server's keep-alives are not touched
 * @param burstTicks how many ticks' budget an idle link saves up, 1 to 40 (seed: {@code maxBurst})
 * @param reliableTypes resource names of the packets whose delivery is confirmed, such as {@code add_entity} (seed:
 *     {@code reliableEventTypes}); they are never dropped either
 * @param neverDroppedTypes resource names of ephemeral packets that are delivered however stale
 * @param visibility how the interval grows with the distance
 */
public record NetworkProfile(
        String name,
        ClockPolicy clock,
        int quantumMillis,
        int entityIntervalTicks,
        int keepaliveMillis,
        double burstTicks,
        Set<String> reliableTypes,
        Set<String> neverDroppedTypes,
        VisibilityBuckets visibility) {

    /** What the seed's rates are mapped onto. */
    public static final double SERVER_TICKS_PER_SECOND = 20;

    public NetworkProfile {
        reliableTypes = Set.copyOf(reliableTypes);
        neverDroppedTypes = Set.copyOf(neverDroppedTypes);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("expected a name, found none");
        }
        if (quantumMillis < 1 || quantumMillis > 50) {
            throw new IllegalArgumentException("expected a quantum of 1 to 50 ms, found " + quantumMillis);
        }
        if (entityIntervalTicks < 1 || entityIntervalTicks > VisibilityBuckets.MAX_INTERVAL) {
            throw new IllegalArgumentException("expected an entity interval of 1 to " + VisibilityBuckets.MAX_INTERVAL
                    + " ticks, found " + entityIntervalTicks);
        }
        if (keepaliveMillis < 100 || keepaliveMillis > 10_000) {
            throw new IllegalArgumentException("expected a keep-alive of 100 to 10000 ms, found " + keepaliveMillis);
        }
        if (!(burstTicks >= 1 && burstTicks <= 40)) {
            throw new IllegalArgumentException("expected a burst of 1 to 40 ticks, found " + burstTicks);
        }
    }

    /**
     * The interval in ticks that comes nearest to a rate of the seed, 1 to {@value VisibilityBuckets#MAX_INTERVAL}: a
     * server of 20 ticks a second has nothing to say more often than that.
     *
     * @param hertz updates a second, greater than 0
     */
    public static int ticksBetween(double hertz) {
        return Math.clamp(Math.round(SERVER_TICKS_PER_SECOND / hertz), 1, VisibilityBuckets.MAX_INTERVAL);
    }

    /**
     * Ticks between two updates of an entity while the link is congested: the longer one of the profile's interval and
     * that of the entity's distance.
     *
     * @param distanceSquared the square of the distance in blocks; NaN, an unknown place, counts as near
     */
    public int entityIntervalAt(double distanceSquared) {
        return Math.max(entityIntervalTicks, visibility.intervalAt(distanceSquared));
    }

    /** Whether the delivery of packets of this type is confirmed. */
    public boolean isReliable(String type) {
        return reliableTypes.contains(type);
    }

    /** Whether an ephemeral packet of this type may be dropped once it is stale. */
    public boolean mayDrop(String type) {
        return !neverDroppedTypes.contains(type) && !reliableTypes.contains(type);
    }

    /** The time between two passes in nanoseconds, given the server's tick. */
    public long quantumNanos(long tickNanos) {
        return clock == ClockPolicy.KERNEL ? tickNanos : quantumMillis * 1_000_000L;
    }
}
