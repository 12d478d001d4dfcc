package dev.sluice.engine.packet;

import dev.sluice.engine.port.PacketSink;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Packets that the client does not need, until whatever found that out is done: who hears of one may offer others at once, and
 * must find all that is held in its place. Confined to the client's thread.
 */
final class Discards {

    private static final int MIN_CAPACITY = 16;

    /**
     * So many that come meanwhile are let go of at once, the others with the next pass: who sends the next update once it hears of
     * the last, and has each merged into what is held, would keep the client's thread for ever.
     */
    private static final int MOST_MEANWHILE = 1_024;

    /** More memory than this is given back after a flood. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    private final PacketSink sink;

    /** A packet and its receipt in turn. */
    private @Nullable Object[] waiting = new @Nullable Object[MIN_CAPACITY];

    private int first;
    private int end;
    private boolean settling;
    private boolean last;
    private @Nullable Throwable failure;

    Discards(PacketSink sink) {
        this.sink = sink;
    }

    void add(Object packet, @Nullable Object receipt) {
        if (end == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * end);
        }
        waiting[end] = packet;
        waiting[end + 1] = receipt;
        end += 2;
    }

    /** Lets go of them all, and of some that come meanwhile. What fails is kept: whatever led here has been done. */
    void settle() {
        if (first == end || settling) {
            return;
        }
        settling = true;
        int until = end + 2 * MOST_MEANWHILE;
        while (first != end && (last || first < until)) {
            settleFirst();
        }
        keepRest();
        settling = false;
    }

    private void keepRest() {
        int rest = end - first;
        if (rest > 0) {
            System.arraycopy(waiting, first, waiting, 0, rest);
            Arrays.fill(waiting, rest, end, null);
        } else if (waiting.length > MAX_IDLE_CAPACITY) {
            waiting = new @Nullable Object[MIN_CAPACITY];
        }
        first = 0;
        end = rest;
    }

    /** No pass comes any more, and nothing is merged or dropped: none is kept from now on. */
    void end() {
        last = true;
    }

    private void settleFirst() {
        Object packet = waiting[first];
        Object receipt = waiting[first + 1];
        waiting[first] = null;
        waiting[first + 1] = null;
        first += 2;
        try {
            if (packet != null) {
                sink.supersede(packet, receipt);
            }
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
        }
    }

    /** Throws what has failed since the last call. */
    void throwFailure() {
        Throwable first = failure;
        failure = null;
        Postponed.rethrow(first);
    }
}
