package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table against npm's minecraft-data, which has names of its own: minecraft-data-names.properties pairs them. */
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
    void packets_of26_1_areAllNamedInTheOrderOfTheirIds() throws IOException {
        assertEquals(protocolNames("26.1"), names(Set.of()));
    }

    @Test
    void packets_of1_21_8_areAllNamedInTheOrderOfTheirIds() throws IOException {
        assertEquals(protocolNames("1.21.8"), names(SINCE_1_21_8));
    }

    @Test
    void names_areUnique() {
        assertEquals(PacketTable.PACKETS.size(), new HashSet<>(names(Set.of())).size());
    }

    /** What ends a world has to be known as that: nothing of the old one may be written after it. */
    @Test
    void effects_ofAllPackets_areThoseOfLoginRespawnAndConfiguration() {
        Map<String, WorldEffect> effects = new HashMap<>();
        for (PacketRule rule : PacketTable.PACKETS) {
            if (rule.effect() != WorldEffect.NONE) {
                effects.put(rule.name(), rule.effect());
            }
        }
        assertEquals(
                Map.of(
                        "login", WorldEffect.NEW_WORLD,
                        "respawn", WorldEffect.NEW_WORLD,
                        "start_configuration", WorldEffect.LEAVE_PLAY),
                effects);
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
                case PacketShape.EntityValue s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityValues s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityPlace s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Strike s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntitySound s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.EntityList s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.RelativeMove s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Spawn s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.Passengers s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.ProfileIds s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.ProfileEntries s -> Set.of(MessagePriority.NEARBY_ENTITIES);
                case PacketShape.SignedLine s -> Set.of(MessagePriority.CHAT);
                case PacketShape.SystemLine s -> Set.of(MessagePriority.CHAT);
                case PacketShape.BlockPosition s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.BlockEvent s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.LevelEvent s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.SectionPosition s -> Set.of(MessagePriority.VOXEL_EDITS);
                case PacketShape.ChunkInts s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkData s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkUnload s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.ChunkList s -> Set.of(MessagePriority.CHUNK_DATA);
                case PacketShape.Opaque s -> Set.of(MessagePriority.METADATA);
                case PacketShape.Stream s ->
                    Set.of(MessagePriority.METADATA, MessagePriority.CHAT, MessagePriority.CHUNK_DATA);
                // Never held.
                case PacketShape.ViewCentre s -> Set.of();
                case PacketShape.ViewRadius s -> Set.of();
                case PacketShape.Entered s -> Set.of();
                case PacketShape.Teleported s -> Set.of();
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

    /** The packets of a version by the protocol's names. */
    private static List<String> protocolNames(String version) throws IOException {
        Properties pairs = new Properties();
        try (InputStream in = PacketTableTest.class.getResourceAsStream("minecraft-data-names.properties")) {
            pairs.load(Objects.requireNonNull(in));
        }
        List<String> names = new ArrayList<>();
        for (String name : minecraftData(version)) {
            names.add(pairs.getProperty(name, "unknown to minecraft-data-names.properties: " + name));
        }
        return names;
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
