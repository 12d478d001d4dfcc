package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is held, and among it what may be dropped once stale, the oldest first. Confined to the client's thread. */
final class AgeOrder {

    private final HeldLog all = new HeldLog(HeldLog.Order.AGE);
    private final HeldLog ephemeral = new HeldLog(HeldLog.Order.STALENESS);

    @Nullable
    HeldMessage oldest() {
        return all.first();
    }

    /** The one that was held after another one. */
    @Nullable
    HeldMessage newer(HeldMessage than) {
        return all.after(than);
    }

    /** The oldest of what may be dropped. */
    @Nullable
    HeldMessage oldestEphemeral() {
        return ephemeral.first();
    }

    /** Adds the newest. */
    void add(HeldMessage held) {
        all.append(held);
        if (held.droppable) {
            ephemeral.append(held);
        }
    }

    /** Takes one out, wherever it stands. */
    void remove(HeldMessage held) {
        all.remove(held);
        if (held.droppable) {
            ephemeral.remove(held);
        }
    }

    @SuppressWarnings("ReferenceEquality") // packets are records that compare by value (H3)
    boolean holds(Object packet) {
        for (HeldMessage held = oldest(); held != null; held = newer(held)) {
            if (held.packet == packet) {
                return true;
            }
        }
        return false;
    }

    /** A copy, for those who take out what they walk over. */
    List<HeldMessage> snapshot() {
        List<HeldMessage> copy = new ArrayList<>();
        for (HeldMessage held = oldest(); held != null; held = newer(held)) {
            copy.add(held);
        }
        return copy;
    }
}
