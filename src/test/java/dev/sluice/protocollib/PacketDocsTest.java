package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.engine.packet.DeliveryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/packets.md speaks of every packet that is read, with its classes and the fields that are read. */
final class PacketDocsTest {

    @Test
    void packetsPage_everyRuleThatIsReadOrHeld_hasItsRow() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/packets.md"));
        List<String> missing = new ArrayList<>();
        for (PacketRule rule : PacketTable.PACKETS) {
            List<String> fields = fields(rule.shape());
            if (rule.kind() == DeliveryKind.IMMEDIATE && fields.isEmpty()) {
                continue;
            }
            String row = lines.stream()
                    .filter(line -> line.startsWith("| `" + rule.name() + "` |"))
                    .findFirst()
                    .orElse("");
            for (String className : rule.classNames()) {
                String simpleName = className.substring(className.lastIndexOf('.') + 1);
                if (!row.contains("`" + simpleName + "`")) {
                    missing.add(rule.name() + ": class " + simpleName);
                }
            }
            for (String field : fields) {
                if (!row.contains("`" + field + "`")) {
                    missing.add(rule.name() + ": field " + field);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertFalse(PacketTable.PACKETS.isEmpty());
    }

    private static List<String> fields(PacketShape shape) {
        return switch (shape) {
            case PacketShape.Opaque s -> List.of();
            case PacketShape.Stream s -> List.of();
            case PacketShape.ChunkInts(String x, String z) -> List.of(x, z);
            case PacketShape.ChunkData(String x, String z, String data, String buffer) -> List.of(x, z, data, buffer);
            case PacketShape.ChunkPosition(String position) -> List.of(position);
            case PacketShape.BlockPosition(String position, boolean edit) -> List.of(position);
            case PacketShape.SectionPosition(String position) -> List.of(position);
            case PacketShape.ChunkList(String list, String element, String position) ->
                List.of(list, element, position);
            case PacketShape.Entities(List<String> ids, boolean exclusive) -> ids;
            case PacketShape.EntityState(String id, var component) -> List.of(id);
            case PacketShape.EntityChange(String id, var component) -> List.of(id);
            case PacketShape.Teleport(String id, String relatives) -> List.of(id, relatives);
            case PacketShape.RelativeMove s ->
                List.of("entityId", "xa", "ya", "za", "yRot", "xRot", "onGround", "hasRot", "hasPos");
            case PacketShape.Spawn s -> List.of("id", "uuid", "x", "z");
            case PacketShape.EntityList(String ids) -> List.of(ids);
            case PacketShape.Passengers(String vehicle, String passengers) -> List.of(vehicle, passengers);
            case PacketShape.ProfileIds(String list) -> List.of(list);
            case PacketShape.ProfileEntries(String list, String element, String id) -> List.of(list, element, id);
            case PacketShape.Bundle(String packets) -> List.of(packets);
        };
    }
}
