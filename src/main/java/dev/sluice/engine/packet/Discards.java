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

    /** More memory than this is given back after a flood. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    private final PacketSink sink;

    /** A packet and its receipt in turn. */
    private @Nullable Object[] waiting = new @Nullable Object[MIN_CAPACITY];

    private int first;
    private int end;
    private boolean settling;
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

    /** Lets go of them all, and of those that come meanwhile. What fails is kept: whatever led here has been done. */
    void settle() {
        if (first == end || settling) {
            return;
        }
        settling = true;
        while (first != end) {
            settleFirst();
        }
        first = 0;
        end = 0;
        if (waiting.length > MAX_IDLE_CAPACITY) {
            waiting = new @Nullable Object[MIN_CAPACITY];
        }
        settling = false;
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
