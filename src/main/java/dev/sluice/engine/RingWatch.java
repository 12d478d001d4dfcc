package dev.sluice.engine;

import dev.sluice.engine.packet.ClientWorld;

/**
 * Watches whether the client waits for the chunks around the player (H11): from a join, a teleport or a respawn until it
 * has them, but not for ever, since a server need not send them all. Confined to the client's thread.
 */
final class RingWatch {

    /** After so long the ring counts as complete. */
    private static final long MAX_WAIT_NANOS = 10_000_000_000L;

    /** The view's centre follows a teleport with the server's next tick, or once the client has answered. */
    private static final long CENTRE_FOLLOWS_NANOS = 2_000_000_000L;

    private final ClientWorld world;
    private boolean expected;
    private long sinceNanos;

    RingWatch(ClientWorld world) {
        this.world = world;
    }

    /** The player is somewhere else now. */
    void expect(long nowNanos) {
        expected = true;
        sinceNanos = nowNanos;
    }

    /** Whether chunks of the ring around this chunk are missing. */
    boolean isMissing(int chunkX, int chunkZ, long nowNanos) {
        if (!expected) {
            return false;
        }
        long waitedNanos = nowNanos - sinceNanos;
        boolean missing = missing(chunkX, chunkZ) > 0;
        expected = waitedNanos <= (missing ? MAX_WAIT_NANOS : CENTRE_FOLLOWS_NANOS);
        return expected && missing;
    }

    /** How many of the chunks of the ring around this chunk are missing, expected or not. */
    int missing(int chunkX, int chunkZ) {
        return world.missingInRing(chunkX, chunkZ);
    }

    /** For how long at most the ring may still count as missing, in nanoseconds. */
    long nanosLeft(long nowNanos) {
        return expected ? MAX_WAIT_NANOS - (nowNanos - sinceNanos) : 0;
    }
}
