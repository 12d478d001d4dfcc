package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is held, and among it what may be dropped once stale, the oldest first. Confined to the client's thread. */
final class AgeOrder {

    private @Nullable HeldMessage oldest;
    private @Nullable HeldMessage newest;
    private @Nullable HeldMessage oldestEphemeral;
    private @Nullable HeldMessage newestEphemeral;

    @Nullable
    HeldMessage oldest() {
        return oldest;
    }

    /** The oldest of what may be dropped. */
    @Nullable
    HeldMessage oldestEphemeral() {
        return oldestEphemeral;
    }

    /** Adds the newest. */
    void add(HeldMessage held) {
        held.older = newest;
        held.newer = null;
        if (newest == null) {
            oldest = held;
        } else {
            newest.newer = held;
        }
        newest = held;
        if (held.droppable) {
            addEphemeral(held);
        }
    }

    private void addEphemeral(HeldMessage held) {
        held.olderEphemeral = newestEphemeral;
        held.newerEphemeral = null;
        if (newestEphemeral == null) {
            oldestEphemeral = held;
        } else {
            newestEphemeral.newerEphemeral = held;
        }
        newestEphemeral = held;
    }

    /** Takes one out, wherever it stands. */
    void remove(HeldMessage held) {
        if (held.older == null) {
            oldest = held.newer;
        } else {
            held.older.newer = held.newer;
        }
        if (held.newer == null) {
            newest = held.older;
        } else {
            held.newer.older = held.older;
        }
        if (held.droppable) {
            removeEphemeral(held);
        }
    }

    private void removeEphemeral(HeldMessage held) {
        if (held.olderEphemeral == null) {
            oldestEphemeral = held.newerEphemeral;
        } else {
            held.olderEphemeral.newerEphemeral = held.newerEphemeral;
        }
        if (held.newerEphemeral == null) {
            newestEphemeral = held.olderEphemeral;
        } else {
            held.newerEphemeral.olderEphemeral = held.olderEphemeral;
        }
    }

    @SuppressWarnings("ReferenceEquality") // packets are records that compare by value (H3)
    boolean holds(Object packet) {
        for (HeldMessage held = oldest; held != null; held = held.newer) {
            if (held.packet == packet) {
                return true;
            }
        }
        return false;
    }

    /** A copy, for those who take out what they walk over. */
    List<HeldMessage> snapshot() {
        List<HeldMessage> all = new ArrayList<>();
        for (HeldMessage held = oldest; held != null; held = held.newer) {
            all.add(held);
        }
        return all;
    }
}
