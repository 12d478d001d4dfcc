package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the worlds of two clients. */
final class WorldDiff {

    private WorldDiff() {}

    /** One line for each difference; empty when the worlds are equal. */
    static List<String> between(ModelClient direct, ModelClient throttled) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Places.CHUNKS; i++) {
            int x = Places.x(i);
            int z = Places.z(i);
            ModelChunk a = direct.visible(x, z);
            ModelChunk b = throttled.visible(x, z);
            if (a == null ? b != null : b == null || !a.sameAs(b)) {
                differences.add(line("chunk " + x + " " + z, a, b));
            }
        }
        for (int id = 0; id < Places.ENTITIES; id++) {
            ModelEntity a = direct.entities[id];
            ModelEntity b = throttled.entities[id];
            if (a == null ? b != null : b == null || !a.sameAs(b)) {
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

    private static String line(String what, @Nullable Object direct, @Nullable Object throttled) {
        return what + "\n      direct:    " + direct + "\n      throttled: " + throttled;
    }
}
