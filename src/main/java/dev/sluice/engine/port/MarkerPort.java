package dev.sluice.engine.port;

/**
 * Puts markers into a client's stream: pings of Sluice's own, which the client answers once it has processed all that was
 * written before. Called on the client's thread.
 */
public interface MarkerPort {

    /** No markers can be sent; nothing is known of what the client has. */
    MarkerPort NONE = new MarkerPort() {
        @Override
        public void mark(int markerId) {
            // There is nowhere to write to.
        }

        @Override
        public boolean isAvailable() {
            return false;
        }
    };

    /**
     * Writes a marker behind what was written so far, and flushes. Its own bytes must not be reported as sent: each would
     * ask for another one.
     *
     * @param markerId what the client answers with
     */
    void mark(int markerId);

    /** Whether markers can be sent at present. */
    boolean isAvailable();
}
