package dev.sluice.engine.adapt;

/** When which byte was written, over the last moments. Confined to the client's thread. */
final class WriteLog {

    /** Two and a half seconds at one entry every 10 ms; longer if writes are rarer. */
    private static final int CAPACITY = 256;

    private final long[] nanos = new long[CAPACITY];
    private final long[] written = new long[CAPACITY];
    private long first;
    private long next;

    /**
     * So many bytes were written by now; they count as written now. What was said before and is more was a guess that was
     * too large, such as of packets that were not flushed yet, and is taken back.
     */
    void add(long nowNanos, long writtenBytes) {
        long sinceNanos = nowNanos;
        while (next > first && written[slot(next - 1)] >= writtenBytes) {
            next--;
            sinceNanos = nanos[slot(next)];
        }
        nanos[slot(next)] = sinceNanos;
        written[slot(next)] = writtenBytes;
        next++;
        first = Math.max(first, next - CAPACITY);
    }

    /**
     * How long the oldest byte beyond so many confirmed ones has been under way, in nanoseconds; 0 if there is none. At
     * most as long as the log reaches back.
     */
    double oldestNanos(long confirmedBytes, long nowNanos) {
        while (first < next && written[slot(first)] <= confirmedBytes) {
            first++;
        }
        return first == next ? 0 : (double) (nowNanos - nanos[slot(first)]);
    }

    private static int slot(long sequence) {
        return (int) (sequence & (CAPACITY - 1));
    }
}
