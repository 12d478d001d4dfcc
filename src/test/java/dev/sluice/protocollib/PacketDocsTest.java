package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.DeliveryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/packets.md names every packet of the table once, with its classes, how it is held and the fields that are read. */
final class PacketDocsTest {

    @Test
    void packetsPage_everyRule_hasItsRow() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/packets.md"));
        List<String> missing = new ArrayList<>();
        for (PacketRule rule : rules()) {
            String row = row(lines, rule.name());
            List<String> wanted = new ArrayList<>();
            for (String className : rule.classNames()) {
                wanted.add("`" + className.substring(className.lastIndexOf('.') + 1) + "`");
            }
            fields(rule.shape()).forEach(field -> wanted.add("`" + field + "`"));
            if (rule.kind() != DeliveryKind.IMMEDIATE) {
                wanted.add("| " + rule.kind() + ", " + rule.priority() + " |");
            } else if (!fields(rule.shape()).isEmpty()) {
                wanted.add("| never |");
            }
            wanted.stream().filter(text -> !row.contains(text)).forEach(text -> missing.add(rule.name() + ": " + text));
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void packetsPage_everyRow_isOfAPacketInTheTable() throws IOException {
        List<String> known = rules().stream().map(PacketRule::name).toList();
        List<String> rows = Files.readAllLines(Path.of("docs/packets.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("| `Clientbound"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertEquals(known.stream().sorted().toList(), rows.stream().sorted().toList());
    }

    @Test
    void packetsPage_whatClientsSend_areThePacketsThatAreRead() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/packets.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("| `Serverbound"))
                .map(line -> "game." + line.split("`", -1)[3])
                .sorted()
                .toList();
        assertEquals(ActionPackets.SHAPES.keySet().stream().sorted().toList(), rows);
    }

    private static List<PacketRule> rules() {
        List<PacketRule> rules = new ArrayList<>(PacketTable.PACKETS);
        rules.add(PacketTable.BUNDLE);
        return rules;
    }

    private static String row(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith("| `" + name + "`"))
                .findFirst()
                .orElse("");
    }

    private static List<String> fields(PacketShape shape) {
        return switch (shape) {
            case PacketShape.Opaque s -> List.of();
            case PacketShape.Stream s -> List.of();
            case PacketShape.ChunkInts(String x, String z) -> List.of(x, z);
            case PacketShape.ChunkData(String x, String z, String data, String buffer) -> List.of(x, z, data, buffer);
            case PacketShape.ChunkUnload(String position) -> List.of(position);
            case PacketShape.BlockPosition(String position, boolean edit) -> List.of(position);
            case PacketShape.BlockEvent(String position, String block, String facing) ->
                List.of(position, block, facing);
            case PacketShape.LevelEvent(String position, String type) -> List.of(position, type);
            case PacketShape.SectionPosition(String position, String blocks) ->
                blocks == null ? List.of(position) : List.of(position, blocks);
            case PacketShape.ChunkList(String list, String element, String position) ->
                List.of(list, element, position);
            case PacketShape.Entities(List<String> ids, boolean exclusive) -> ids;
            case PacketShape.EntityState(String id, var component) -> List.of(id);
            case PacketShape.EntityChange(String id, var component) -> List.of(id);
            case PacketShape.EntityValue(String id, String value, var component) -> List.of(id, value);
            case PacketShape.EntityValues(String id, String list, String key, var component, boolean idempotent) ->
                List.of(id, list, key);
            case PacketShape.EntityPlace(String id, String values) -> List.of(id, values, "position", "x", "y", "z");
            case PacketShape.Strike(String victim, String attacker) -> List.of(victim, attacker);
            case PacketShape.EntitySound(String id) -> List.of(id);
            case PacketShape.ViewCentre(String x, String z) -> List.of(x, z);
            case PacketShape.ViewRadius(String radius) -> List.of(radius);
            case PacketShape.Entered(String info, String dimension, String kept) ->
                kept == null ? List.of(info, dimension) : List.of(info, dimension, kept);
            case PacketShape.Teleported(PacketShape.Teleported.To to) ->
                to == null ? List.of() : List.of(to.values(), to.relatives(), "position", "x", "y", "z");
            case PacketShape.RelativeMove s ->
                List.of("entityId", "xa", "ya", "za", "yRot", "xRot", "onGround", "hasRot", "hasPos");
            case PacketShape.Spawn(PacketShape.Spawn.Owner owner) ->
                owner == null
                        ? List.of("id", "uuid", "x", "y", "z")
                        : List.of("id", "uuid", "x", "y", "z", owner.type(), owner.id());
            case PacketShape.EntityList(String ids) -> List.of(ids);
            case PacketShape.Passengers(String vehicle, String passengers) -> List.of(vehicle, passengers);
            case PacketShape.ProfileIds(String list) -> List.of(list);
            case PacketShape.ProfileEntries(String list, String element, String id, String actions) ->
                actions == null ? List.of(list, element, id) : List.of(list, element, id, actions);
            case PacketShape.SignedLine(String sender) -> List.of(sender);
            case PacketShape.SystemLine(String overlay) -> List.of(overlay);
            case PacketShape.Bundle(String packets) -> List.of(packets);
        };
    }
}
