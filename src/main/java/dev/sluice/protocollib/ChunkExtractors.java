package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;

/** Extractors for what is ordered along chunks: their data, and what happens to their blocks. */
final class ChunkExtractors {

    /** A chunk's raw bytes shrink to about a sixth on the wire; the engine learns the rest. */
    private static final int CHUNK_COMPRESSION = 6;

    private final MessageMaker messages;
    private final Class<?> owner;

    ChunkExtractors(MessageMaker messages, Class<?> owner) {
        this.messages = messages;
        this.owner = owner;
    }

    Extractor chunk(IntField x, IntField z) {
        return packet -> {
            int chunkX = x.get(packet);
            int chunkZ = z.get(packet);
            return messages.of(
                    new Target.ChunkTarget(chunkX, chunkZ),
                    List.of(MessageMaker.exclusive(OrderingKey.chunk(chunkX, chunkZ))),
                    null,
                    0);
        };
    }

    /** A position in chunks whose x and z are ints. */
    Extractor chunkAt(String position) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField z = Fields.intField(posType, "z");
        return chunk(packet -> x.get(pos.get(packet)), packet -> z.get(pos.get(packet)));
    }

    Extractor chunkData(PacketShape.ChunkData shape) {
        IntField x = Fields.intField(owner, shape.x());
        IntField z = Fields.intField(owner, shape.z());
        ObjectField data = Fields.objectField(owner, shape.data(), Object.class);
        ObjectField buffer = Fields.objectField(Fields.typeOf(owner, shape.data()), shape.buffer(), byte[].class);
        Message.Key batch = MessageMaker.shared(OrderingKey.CHUNK_BATCH);
        return packet -> {
            int chunkX = x.get(packet);
            int chunkZ = z.get(packet);
            int rawBytes = ((byte[]) buffer.get(data.get(packet))).length;
            return messages.of(
                    new Target.ChunkTarget(chunkX, chunkZ),
                    List.of(MessageMaker.exclusive(OrderingKey.chunk(chunkX, chunkZ)), batch),
                    null,
                    Math.max(1, rawBytes / CHUNK_COMPRESSION));
        };
    }

    /** A position in blocks (shift 4) or sections (shift 0) whose x and z are ints. */
    Extractor inChunk(String position, int shift, boolean edit) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField z = Fields.intField(posType, "z");
        Message.Key edits = MessageMaker.shared(OrderingKey.EDITS);
        return packet -> {
            Object at = pos.get(packet);
            int chunkX = x.get(at) >> shift;
            int chunkZ = z.get(at) >> shift;
            Message.Key chunk = MessageMaker.exclusive(OrderingKey.chunk(chunkX, chunkZ));
            return messages.of(
                    new Target.ChunkTarget(chunkX, chunkZ), edit ? List.of(chunk, edits) : List.of(chunk), null, 0);
        };
    }

    Extractor chunkList(PacketShape.ChunkList shape) {
        ObjectField list = Fields.objectField(owner, shape.list(), List.class);
        Class<?> element = Fields.nested(owner, shape.element());
        ObjectField pos = Fields.objectField(element, shape.position(), Object.class);
        Class<?> posType = Fields.typeOf(element, shape.position());
        IntField x = Fields.intField(posType, "x");
        IntField z = Fields.intField(posType, "z");
        return packet -> {
            List<Message.Key> keys = new ArrayList<>();
            Target target = Target.StreamTarget.WORLD;
            for (Object chunk : (List<?>) list.get(packet)) {
                Object at = pos.get(chunk);
                if (keys.isEmpty()) {
                    target = new Target.ChunkTarget(x.get(at), z.get(at));
                }
                keys.add(MessageMaker.exclusive(OrderingKey.chunk(x.get(at), z.get(at))));
            }
            return messages.of(target, keys, null, 0);
        };
    }
}
