package dev.sluice.engine.budget;

/** What bounds a client's rate beside its own budget. Called on the client's thread. */
public interface RateCap {

    /** No bound. */
    RateCap NONE = new RateCap() {
        @Override
        public long allowed(long demandBytesPerSecond, long nowNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public void leave() {
            // Nothing was joined.
        }
    };

    /**
     * Says what the client wants, and reads what it may have: the client goes by that until it asks again.
     *
     * @param demandBytesPerSecond what it uses, or its own budget if that is more and something waits; at least 0
     * @param nowNanos the ticker's time
     * @return the allowed rate in bytes a second, at least 1
     */
    long allowed(long demandBytesPerSecond, long nowNanos);

    /** Gives the share back for good: the client is gone, and is not bounded any more. */
    void leave();
}
