package dev.sluice.oracle;

/** One step of a scenario. */
sealed interface Step {

    record Send(ModelPacket packet) implements Step {}

    /** Lets time pass; without passes the engine's thread was stalled for so long. */
    record Advance(int millis, boolean passes) implements Step {}

    /**
     * A new configuration.
     *
     * @param unmanaged classes that are never held, a bit each
     * @param shares which of a few sets of shares
     */
    record Configure(
            int bytesPerSecond,
            int burstTicks,
            int unmanaged,
            int shares,
            int deferralMillis,
            int maxInterval,
            int maxHeldBytes,
            int maxHeldMessages,
            int quantumMillis)
            implements Step {}

    record RoundTrip(int millis) implements Step {}

    /** Whether the wire is measured. */
    record Meter(boolean on) implements Step {}

    record View(int x, int z) implements Step {}

    record Own(int id) implements Step {}

    record Vehicle(int id) implements Step {}

    /** The engine goes while the server goes on. */
    record Bypass() implements Step {}

    /** The connection is gone. */
    record Close() implements Step {}
}
