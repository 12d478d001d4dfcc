package dev.sluice.engine.budget;

/** What bounds the heap that is held for a client beside its own caps. Called on the client's thread. */
public interface HeapCap {

    /** No bound. */
    HeapCap NONE = new HeapCap() {
        @Override
        public long allowed(long heldHeapBytes, long nowNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public void leave() {
            // Nothing was joined.
        }
    };

    /**
     * Says how much is held for the client, and reads how much may be: the client goes by that until it asks again.
     *
     * @param heldHeapBytes an estimate; at least 0
     * @param nowNanos the ticker's time
     * @return bytes of heap by the same estimate, at least 0; {@link Long#MAX_VALUE} for no bound
     */
    long allowed(long heldHeapBytes, long nowNanos);

    /** Nothing is held any more, for good: the client is gone, and is not bounded any more. */
    void leave();
}
