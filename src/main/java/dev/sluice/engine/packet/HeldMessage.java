package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message that waits, with its packet. Identity is equality. Confined to the client's thread. */
final class HeldMessage {

    /** Deadline of what may wait for ever. */
    static final long NO_DEADLINE = Long.MAX_VALUE;

    final long sequence;
    final long heldNanos;
    final List<KeyQueue.Entry> keyEntries = new ArrayList<>(3);
    Message message;
    Object packet;

    @Nullable
    Object receipt;

    @Nullable
    StateUpdate state;

    long sizeBytes;

    /** When it is overdue, on the ticker's scale; {@link #NO_DEADLINE} while its clock has not started. */
    long deadlineNanos = NO_DEADLINE;

    /** Whether {@link #state} is a sum that {@link #packet} does not say yet. */
    boolean merged;

    /** Keys along which an earlier held message must go first. */
    int blockers;

    /** Whether it has left the queue. */
    boolean gone;

    HeldMessage(long sequence, long heldNanos, Message message, Object packet, @Nullable Object receipt, long size) {
        this.sequence = sequence;
        this.heldNanos = heldNanos;
        this.message = message;
        this.packet = packet;
        this.receipt = receipt;
        this.state = message.state();
        this.sizeBytes = size;
    }

    boolean isReady() {
        return blockers == 0;
    }

    boolean isState() {
        return message.type().kind() == DeliveryKind.STATE;
    }
}
