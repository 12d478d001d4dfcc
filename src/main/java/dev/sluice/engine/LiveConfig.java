package dev.sluice.engine;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that counts, and the one that will from the next look on. Confined to the client's thread, except
 * {@link #want}.
 */
final class LiveConfig {

    /** Brings the parts of a session in line. */
    @FunctionalInterface
    interface Follower {
        void follow(EngineConfig config, long nowNanos);
    }

    private final AtomicReference<@Nullable EngineConfig> wanted = new AtomicReference<>();
    private final Follower follower;
    private EngineConfig current;

    LiveConfig(EngineConfig first, Follower follower) {
        this.current = first;
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
    void want(EngineConfig config) {
        wanted.set(config);
    }

    /** Whether another one is wanted. */
    boolean isWanted() {
        return wanted.get() != null;
    }

    /** Takes over the one that is wanted. */
    void update(long nowNanos) {
        if (!isWanted()) {
            return;
        }
        EngineConfig next = wanted.getAndSet(null);
        if (next != null) {
            current = next;
            follower.follow(next, nowNanos);
        }
    }
}
