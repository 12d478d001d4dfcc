package dev.sluice.engine.schedule;

/**
 * How often the engine acts (seed 001's profiles, mapped onto Minecraft's ticks).
 *
 * @param name the profile's name in the configuration
 * @param clock what drives the passes
 * @param quantumMillis the time between two passes in milliseconds, 1 to 50, under {@link ClockPolicy#INDEPENDENT}
 */
public record NetworkProfile(String name, ClockPolicy clock, int quantumMillis) {

    /** Survival and co-operative play: the default. */
    public static final NetworkProfile CO_OP = new NetworkProfile("co-op", ClockPolicy.INDEPENDENT, 10);

    public NetworkProfile {
        if (quantumMillis < 1 || quantumMillis > 50) {
            throw new IllegalArgumentException("expected a quantum of 1 to 50 ms, found " + quantumMillis);
        }
    }

    /** The time between two passes in nanoseconds, given the server's tick. */
    public long quantumNanos(long tickNanos) {
        return switch (clock) {
            case KERNEL -> tickNanos;
            case INDEPENDENT -> quantumMillis * 1_000_000L;
        };
    }
}
