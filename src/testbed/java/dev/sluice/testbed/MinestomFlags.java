package dev.sluice.testbed;

/** What Minestom reads from system properties, once, when its classes load. */
final class MinestomFlags {
    private static final int KEEP_ALIVE_KICK_MILLIS = 120_000;

    private MinestomFlags() {}

    /** To be called before any class of Minestom is used. */
    static void set(int viewDistance) {
        // Packets must reach the pipeline one by one and not as bytes.
        System.setProperty("minestom.viewable-packet", "false");
        System.setProperty("minestom.grouped-packet", "false");
        System.setProperty("minestom.cached-packet", "false");
        System.setProperty("minestom.shutdown-on-signal", "false");
        System.setProperty("minestom.chunk-view-distance", Integer.toString(viewDistance));
        // As a server does, and not only for the first visit of a chunk.
        System.setProperty("minestom.player.chunk-update-limiter-history-size", "0");
        System.setProperty("minestom.keep-alive-delay", "1000");
        System.setProperty("minestom.keep-alive-kick", Integer.toString(KEEP_ALIVE_KICK_MILLIS));
    }
}
