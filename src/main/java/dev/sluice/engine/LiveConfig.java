package dev.sluice.engine;

import dev.sluice.engine.schedule.NetworkProfile;

/**
 * The configuration that counts, and the one that will from the next look on. Confined to the client's thread, except
 * {@link #want} and {@link #wantProfile}.
 */
final class LiveConfig {

    /** Brings the parts of a session in line. */
    @FunctionalInterface
    interface Follower {
        void follow(EngineConfig config, long nowNanos);
    }

    private final Follower follower;
    private EngineConfig current;
    private volatile EngineConfig wanted;

    LiveConfig(EngineConfig first, Follower follower) {
        this.current = first;
        this.wanted = first;
        this.follower = follower;
    }

    EngineConfig current() {
        return current;
    }

    /** Whether the rate is sought: then it is followed in each pass. */
    boolean isAutomatic() {
        return current.control().automatic();
    }

    /** Any thread; of two before a look the last one wins. */
    synchronized void want(EngineConfig config) {
        wanted = config;
    }

    /** Wants what is wanted already with another profile. Any thread. */
    synchronized void wantProfile(NetworkProfile profile) {
        wanted = wanted.withProfile(profile);
    }

    /** Whether another one is wanted. */
    @SuppressWarnings("ReferenceEquality") // one that says the same may be followed again
    boolean isWanted() {
        return wanted != current;
    }

    /** Takes over the one that is wanted. */
    void update(long nowNanos) {
        if (isWanted()) {
            current = wanted;
            follower.follow(current, nowNanos);
        }
    }
}
