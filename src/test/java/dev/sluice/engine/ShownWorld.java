package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the client shows: each entity's head and the chunks, of which a change of the view takes none. */
final class ShownWorld {

    private static final String LOAD = "level_chunk_with_light";
    private static final String UNLOAD = "forget_level_chunk";

    private final Map<Target, Object> heads = new HashMap<>();
    private final Set<Target> chunks = new HashSet<>();

    /** The chunks of which it is not known whether they are shown. */
    private final Set<Target> unknownChunks = new HashSet<>();

    void show(TestPacket packet) {
        Message message = packet.message();
        if (message.effect() != WorldEffect.NONE) {
            heads.clear();
            chunks.clear();
            unknownChunks.clear();
            return;
        }
        if (message.state() instanceof StateUpdate.Absolute) {
            heads.put(message.target(), packet.label());
        }
        switch (message.type().name()) {
            case "add_entity", "remove_entities" -> heads.remove(message.target());
            case LOAD -> {
                unknownChunks.remove(message.target());
                chunks.add(message.target());
            }
            case UNLOAD -> {
                unknownChunks.remove(message.target());
                chunks.remove(message.target());
            }
            default -> {}
        }
    }

    /** A packet got lost: what was to be merged into it, or went with what it cancelled, got lost as well. */
    void miss(TestPacket packet) {
        Message message = packet.message();
        heads.remove(message.target());
        String type = message.type().name();
        if (type.equals(LOAD) || type.equals(UNLOAD)) {
            unknownChunks.add(message.target());
        }
    }

    /** @param missesSome whether chunks may be missing: the view has moved */
    void assertShows(ShownWorld expected, boolean missesSome) {
        // The heads of entities that were never seen to go may still be shown.
        heads.keySet().retainAll(expected.heads.keySet());
        assertEquals(expected.heads, heads, "heads");
        chunks.removeAll(expected.unknownChunks);
        expected.chunks.removeAll(expected.unknownChunks);
        assertTrue(expected.chunks.containsAll(chunks), expected.chunks + ", shown " + chunks);
        assertTrue(missesSome || chunks.containsAll(expected.chunks), expected.chunks + ", shown " + chunks);
    }
}
