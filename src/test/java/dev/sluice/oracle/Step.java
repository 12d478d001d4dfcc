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
     * @param profile one of the four built-in profiles, plus four times one of the three clocks, plus twelve times one of
     *     three choices of reliable and never-dropped types
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
            int profile)
            implements Step {}

    record RoundTrip(int millis) implements Step {}

    /** Whether the wire is measured. */
    record Meter(boolean on) implements Step {}

    record View(int x, int z) implements Step {}

    /** Where the player is, in chunks, and where it looks, in degrees. */
    record Look(int x, int z, int yaw, int pitch) implements Step {}

    /** What becomes of markers from now on: an ordinal of {@link ModelLink.Treatment}, and the time to an answer. */
    record Markers(int treatment, int delayMillis) implements Step {}

    /** Answers come that belong to no marker under way. */
    record ForgedAnswers() implements Step {}

    /** The player does something to a block of a chunk. */
    record Acted(int x, int z, int pos) implements Step {}

    record Own(int id) implements Step {}

    record Vehicle(int id) implements Step {}

    /** The engine comes in the middle of a world; what was sent before has gone to the client directly. */
    record Enable() implements Step {}

    /** The engine goes while the server goes on. */
    record Bypass() implements Step {}

    /** The connection is gone. */
    record Close() implements Step {}
}
