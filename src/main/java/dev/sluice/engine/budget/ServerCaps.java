package dev.sluice.engine.budget;

/**
 * What a client shares with all others of the server.
 *
 * @param rate of what the server may send
 * @param heap of what may be held
 */
public record ServerCaps(RateCap rate, HeapCap heap) {

    /** Shares nothing. */
    public static final ServerCaps NONE = new ServerCaps(RateCap.NONE, HeapCap.NONE);

    /** Gives both back for good. */
    public void leave() {
        try {
            rate.leave();
        } finally {
            heap.leave();
        }
    }
}
