package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.priority.MessagePriority;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The table against npm's minecraft-data, which has names of its own. Both are in the order of the packets' ids, so they
 * are compared by position; the names that both use anchor the comparison, so that a missing packet cannot hide.
 */
final class PacketTableTest {

    /** Packets that 26.1 has and 1.21.8 has not. */
    private static final Set<String> SINCE_1_21_8 = Set.of(
            "debug_block_value",
            "debug_chunk_value",
            "debug_entity_value",
            "debug_event",
            "game_rule_values",
            "game_test_highlight_pos",
            "low_disk_space_warning");

    @Test
    void packets_of26_1_areAllNamed() throws IOException {
        assertAligned(minecraftData("26.1"), names(Set.of()));
    }

    @Test
    void packets_of1_21_8_areAllNamed() throws IOException {
        assertAligned(minecraftData("1.21.8"), names(SINCE_1_21_8));
    }

    @Test
    void packets_oneMissing_isSeen() throws IOException {
        List<String> data = minecraftData("26.1");
        for (String missing : List.of("move_vehicle", "system_chat", "show_dialog", "bundle_delimiter")) {
            List<String> shorter = names(Set.of(missing));
            assertFalse(isAligned(data, shorter), "the comparison did not see that " + missing + " is missing");
        }
    }

    @Test
    void names_areUnique() {
        assertEquals(PacketTable.PACKETS.size(), new HashSet<>(names(Set.of())).size());
    }

    @Test
    void shapes_alongAnEntityOrABlock_areOfTheClassesThatServeThem() {
        for (PacketRule rule : PacketTable.PACKETS) {
            if (rule.kind() == DeliveryKind.IMMEDIATE) {
                continue;
            }
            Set<MessagePriority> allowed = switch (rule.shape()) {
                case PacketShape.Entities s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityState s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityChange s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityList s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.RelativeMove s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Teleport s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Spawn s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Passengers s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.ProfileIds s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.ProfileEntries s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.BlockPosition s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.SectionPosition s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.ChunkInts s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkData s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkPosition s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkList s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.Opaque s -> Set.of(MessagePriority.METADATA);
                case PacketShape.Stream s ->
                    Set.of(MessagePriority.METADATA, MessagePriority.CHAT, MessagePriority.CHUNK_DATA);
                case PacketShape.Bundle s -> Set.of();
            };
            assertTrue(allowed.contains(rule.priority()), rule.toString());
        }
    }

    private static List<String> names(Set<String> without) {
        List<String> names = new ArrayList<>();
        for (PacketRule rule : PacketTable.PACKETS) {
            if (!without.contains(rule.name())) {
                names.add(rule.name());
            }
        }
        return names;
    }

    private static void assertAligned(List<String> data, List<String> table) {
        assertEquals(data.size(), table.size(), "packets, in minecraft-data and in the table");
        assertTrue(isAligned(data, table), () -> "not in the order of the ids:\n" + data + "\n" + table);
    }

    /** Whether both have the same length, and every name that both use stands at the same place. */
    private static boolean isAligned(List<String> data, List<String> table) {
        int anchors = 0;
        for (int i = 0; i < data.size(); i++) {
            int inTable = table.indexOf(data.get(i));
            if (inTable >= 0 && inTable != i) {
                return false;
            }
            anchors += inTable == i ? 1 : 0;
        }
        return data.size() == table.size() && anchors >= 30;
    }

    private static List<String> minecraftData(String version) throws IOException {
        Path file = Path.of("e2e/node_modules/minecraft-data/minecraft-data/data/pc", version, "protocol.json");
        try (Reader reader = Files.newBufferedReader(file)) {
            JsonObject mappings = JsonParser.parseReader(reader)
                    .getAsJsonObject()
                    .getAsJsonObject("play")
                    .getAsJsonObject("toClient")
                    .getAsJsonObject("types")
                    .getAsJsonArray("packet")
                    .get(1)
                    .getAsJsonArray()
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("type")
                    .get(1)
                    .getAsJsonObject()
                    .getAsJsonObject("mappings");
            TreeMap<Integer, String> byId = new TreeMap<>(Comparator.naturalOrder());
            mappings.entrySet()
                    .forEach(entry -> byId.put(
                            Integer.decode(entry.getKey()), entry.getValue().getAsString()));
            return new ArrayList<>(byId.values());
        }
    }
}
