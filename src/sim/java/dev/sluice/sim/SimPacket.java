package dev.sluice.sim;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.priority.MessagePriority;
import org.jspecify.annotations.Nullable;

/**
 * One packet on its way to one player, and the receipt of its fate. Identity is equality. Confined to one player's
 * simulation.
 */
@SuppressWarnings("ReferenceEquality") // identity is a packet's equality
public final class SimPacket {

    private final Message message;
    private final int wireBytes;
    private final boolean free;
    private long offeredNanos;
    private boolean waiting;
    private SimPacket origin = this;

    /**
     * @param wireBytes what it takes on the wire
     * @param free whether nothing that is held stands before it for a reason other than the budget
     */
    public SimPacket(Message message, int wireBytes, boolean free) {
        this.message = message;
        this.wireBytes = wireBytes;
        this.free = free;
    }

    public Message message() {
        return message;
    }

    public MessagePriority messageClass() {
        return message.type().priority();
    }

    public int wireBytes() {
        return wireBytes;
    }

    public boolean isFree() {
        return free;
    }

    /** When its oldest content was offered: state that was merged is as old as the first that it stands for. */
    public long sinceNanos() {
        return origin.offeredNanos;
    }

    /** Whether it waits, and its content has not started to wait with an older one. */
    public boolean isWaiting() {
        return waiting;
    }

    void offered(long nanos) {
        offeredNanos = nanos;
    }

    void held() {
        waiting = origin == this;
    }

    /**
     * Takes the place of an older packet that is let go for this one: its content waits since that one was offered.
     * Returns whose waiting ends with that, if any.
     */
    @Nullable
    SimPacket inherit(SimPacket older) {
        SimPacket mine = origin;
        SimPacket theirs = older.origin;
        if (theirs.offeredNanos <= mine.offeredNanos) {
            origin = theirs;
            return mine.stopWaiting();
        }
        return theirs.stopWaiting();
    }

    /** Its fate is known. Returns whose waiting ends with that, if any. */
    @Nullable
    SimPacket settle() {
        return origin.stopWaiting();
    }

    private @Nullable SimPacket stopWaiting() {
        if (!waiting) {
            return null;
        }
        waiting = false;
        return this;
    }
}
