package dev.sluice.engine.adapt;

/**
 * When which byte was written, as far back as bytes are not confirmed. Coarser the further that is, but never shorter. Confined
 * to the client's thread.
 */
final class WriteLog {

    /** Two and a half seconds at one entry every 10 ms, before neighbours are merged. */
    private static final int CAPACITY = 256;

    private final long[] nanos = new long[CAPACITY];
    private final long[] written = new long[CAPACITY];
    private final boolean[] exact = new boolean[CAPACITY];
    private int first;
    private int next;

    /** Writes that are closer to each other than this are one entry; 0 unless the log was full. */
    private long stepNanos;

    /** The newest entry that was confirmed entirely. */
    private long confirmedAtNanos;

    private long confirmedBytes;

    private boolean confirmedExactly;

    /**
     * So many bytes were written by now; they count as written now. What was said before and is more was a guess that was
     * too large, such as of packets that were not flushed yet, and is taken back.
     *
     * @param isExact whether they were not written before this time
     */
    void add(long nowNanos, long writtenBytes, boolean isExact) {
        if (next > first && written[next - 1] == writtenBytes) {
            return;
        }
        long sinceNanos = nowNanos;
        boolean sinceExactly = isExact;
        while (next > first && written[next - 1] >= writtenBytes) {
            next--;
            sinceNanos = nanos[next];
            sinceExactly = exact[next];
        }
        if (first == next && writtenBytes <= confirmedBytes) {
            return;
        }
        if (next - first < CAPACITY / 4) {
            // What made the log full is confirmed.
            stepNanos = 0;
        }
        if (next > first && sinceNanos - nanos[next - 1] < stepNanos) {
            written[next - 1] = writtenBytes;
            exact[next - 1] &= sinceExactly;
            return;
        }
        if (next == CAPACITY) {
            makeRoom();
        }
        nanos[next] = sinceNanos;
        written[next] = writtenBytes;
        exact[next] = sinceExactly;
        next++;
    }

    /**
     * How long the oldest byte beyond so many confirmed ones has been under way, in nanoseconds; 0 if there is none.
     */
    double oldestNanos(long deliveredBytes, long nowNanos) {
        confirmedExactly = false;
        while (first < next && written[first] <= deliveredBytes) {
            confirmedBytes = written[first];
            confirmedAtNanos = nanos[first];
            confirmedExactly = exact[first];
            first++;
        }
        return first == next ? 0 : (double) (nowNanos - nanos[first]);
    }

    /**
     * How long ago what the last call of {@link #oldestNanos} found confirmed was written, in nanoseconds: a round trip took
     * that at most. NaN if there was nothing new, or its time is not known exactly.
     */
    double confirmedNanos(long nowNanos) {
        return confirmedExactly ? (double) (nowNanos - confirmedAtNanos) : Double.NaN;
    }

    /** Moves the entries to the front; if there are too many, each takes the next one in, and so do those to come. */
    private void makeRoom() {
        int count = next - first;
        boolean full = count > CAPACITY / 2;
        stepNanos = full ? 2 * (nanos[next - 1] - nanos[first]) / count : 0;
        int kept = 0;
        for (int i = first; i < next; i += full ? 2 : 1) {
            int last = full ? Math.min(i + 1, next - 1) : i;
            nanos[kept] = nanos[i];
            written[kept] = written[last];
            exact[kept] = exact[i] && exact[last];
            kept++;
        }
        first = 0;
        next = kept;
    }
}
