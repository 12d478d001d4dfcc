package dev.sluice.oracle;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches the order along every key of what is delivered: two facts that share a key, not both as readers, keep their
 * order, and so do a fact and a state or an ephemeral. States among themselves may be merged, so that a newer one stands
 * where an older one was.
 */
final class KeyOrder {

    private static final int FIRST_ENTITY = Places.CHUNKS;
    private static final int FIRST_PROFILE = FIRST_ENTITY + 256;
    private static final int PROFILES = 512;
    private static final int FIRST_ANGLER = FIRST_PROFILE + 3 * PROFILES;
    private static final int FIRST_STREAM = FIRST_ANGLER + 256;
    private static final int KEYS = FIRST_STREAM + 16;

    private final int[] newestExclusiveFact = none();
    private final int[] newestFact = none();
    private final int[] newest = none();

    private static int[] none() {
        int[] serials = new int[KEYS];
        Arrays.fill(serials, -1);
        return serials;
    }

    /** Notes a delivery; returns what it says of an overtaking, or null. */
    @Nullable
    String delivered(Sent sent) {
        Message message = sent.message;
        if (message == null || sent.serial == Sent.COMPOSED) {
            return null;
        }
        boolean isState = message.state() != null;
        boolean isEphemeral = message.type().kind() == DeliveryKind.EPHEMERAL;
        String problem = null;
        for (Message.Key key : message.keys()) {
            if (key.key() == OrderingKey.EDITS) {
                // Only the acknowledgement owns it, and that is watched on its own.
                continue;
            }
            int at = index(key.key());
            boolean exclusive = key.mode() == KeyMode.EXCLUSIVE;
            int before = isState ? newestFact[at] : exclusive ? newest[at] : newestExclusiveFact[at];
            if (before > sent.serial) {
                problem = sent + " after #" + before + ", with which it shares a key";
            }
            newest[at] = Math.max(newest[at], sent.serial);
            if (!isState && !isEphemeral) {
                newestFact[at] = Math.max(newestFact[at], sent.serial);
                if (exclusive) {
                    newestExclusiveFact[at] = Math.max(newestExclusiveFact[at], sent.serial);
                }
            }
        }
        return problem;
    }

    private static int index(long key) {
        if (OrderingKey.isChunk(key)) {
            return Places.index(OrderingKey.chunkX(key), OrderingKey.chunkZ(key));
        }
        if (OrderingKey.isEntity(key)) {
            return FIRST_ENTITY + OrderingKey.entityId(key);
        }
        int domain = (int) (key >>> 56);
        int profile = (int) (key & (PROFILES - 1));
        return switch (domain) {
            case 5 -> FIRST_PROFILE + profile;
            case 10 -> FIRST_PROFILE + PROFILES + profile;
            case 11 -> FIRST_PROFILE + 2 * PROFILES + profile;
            case 12 -> FIRST_ANGLER + OrderingKey.entityId(key);
            default -> FIRST_STREAM + domain;
        };
    }
}
