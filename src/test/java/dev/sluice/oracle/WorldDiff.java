package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the worlds of two clients. What a respawn in the same world has left behind the one behind the engine
 * need not have, nor all that came of it: what was held was discarded. But it has nothing that the other one has not, unless that
 * lost it to a chunk which was discarded here.
 */
final class WorldDiff {

    private WorldDiff() {}

    /** One line for each difference; empty when the worlds are equal. */
    static List<String> between(ModelClient direct, ModelClient throttled) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Places.CHUNKS; i++) {
            int x = Places.x(i);
            int z = Places.z(i);
            ModelChunk a = direct.chunks.visible(x, z);
            ModelChunk b = throttled.chunks.visible(x, z);
            if (!isSame(a, b) && !(b != null && b.leftOver && direct.chunks.isDisplaced(x, z))) {
                differences.add(line("chunk " + x + " " + z, a, b));
            }
        }
        for (int id = 0; id < Places.ENTITIES; id++) {
            ModelEntity a = direct.entities[id];
            ModelEntity b = throttled.entities[id];
            if (!isSame(a, b)) {
                differences.add(line("entity " + id, a, b));
            }
        }
        if (!direct.chat.sameAs(throttled.chat)) {
            differences.add(line("chat", direct.chat, throttled.chat));
        }
        if (!direct.sameRest(throttled)) {
            differences.add(line("rest", direct.rest(), throttled.rest()));
        }
        return differences;
    }

    private static boolean isSame(@Nullable ModelChunk direct, @Nullable ModelChunk throttled) {
        if (direct == null || throttled == null) {
            return throttled == null && (direct == null || direct.leftOver);
        }
        return direct.leftOver ? throttled.leftOver : direct.sameAs(throttled);
    }

    private static boolean isSame(@Nullable ModelEntity direct, @Nullable ModelEntity throttled) {
        if (direct == null || throttled == null) {
            return throttled == null && (direct == null || direct.leftOver);
        }
        return direct.leftOver ? throttled.leftOver : direct.sameAs(throttled);
    }

    private static String line(String what, @Nullable Object direct, @Nullable Object throttled) {
        return what + "\n      direct:    " + direct + "\n      throttled: " + throttled;
    }
}
