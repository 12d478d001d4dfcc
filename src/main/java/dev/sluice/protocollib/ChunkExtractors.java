package dev.sluice.protocollib;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extractors for what is ordered along chunks: their data, and what happens to their blocks. */
final class ChunkExtractors {

    /** A chunk's raw bytes shrink to about a sixth on the wire; the engine learns the rest. */
    private static final int CHUNK_COMPRESSION = 6;

    /** The length of a section of a chunk along each axis. */
    private static final int SECTION_BLOCKS = 16;

    /** What an edit of several blocks takes by itself, and for each block: its state and place in four bytes. */
    private static final int SECTION_BYTES = 12;

    private static final int BLOCK_BYTES = 4;

    private final MessageMaker messages;
    private final Class<?> owner;

    ChunkExtractors(MessageMaker messages, Class<?> owner) {
        this.messages = messages;
        this.owner = owner;
    }

    Extractor chunk(IntField x, IntField z) {
        return packet -> chunk(x.get(packet), z.get(packet), List.of());
    }

    private Message chunk(int chunkX, int chunkZ, List<Message.Key> more) {
        List<Message.Key> keys = new ArrayList<>(1 + more.size());
        keys.add(MessageMaker.exclusive(OrderingKey.chunk(chunkX, chunkZ)));
        keys.addAll(more);
        return messages.of(new Target.ChunkTarget(chunkX, chunkZ), keys, null, 0);
    }

    /** What leaves the view, a position in chunks whose x and z are ints. */
    Extractor unloaded(String position) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField z = Fields.intField(posType, "z");
        List<Message.Key> view = List.of(MessageMaker.shared(OrderingKey.VIEW));
        return packet -> {
            Object at = pos.get(packet);
            return chunk(x.get(at), z.get(at), view);
        };
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

    Extractor inBlock(String position, boolean edit) {
        return inChunk(position, 1, edit, packet -> 0);
    }

    /**
     * Something of the blocks of a section.
     *
     * @param blocks the field that tells how many they are; null if that is unknown
     */
    Extractor inSection(String position, @Nullable String blocks) {
        if (blocks == null) {
            return inChunk(position, SECTION_BLOCKS, true, packet -> 0);
        }
        ObjectField places = Fields.objectField(owner, blocks, short[].class);
        return inChunk(
                position,
                SECTION_BLOCKS,
                true,
                packet -> SECTION_BYTES + BLOCK_BYTES * ((short[]) places.get(packet)).length);
    }

    /** Something of one chunk, with a position in units of so many blocks: a block's or a section's. */
    private Extractor inChunk(String position, int unit, boolean edit, IntField sizeBytes) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField y = Fields.intField(posType, "y");
        IntField z = Fields.intField(posType, "z");
        Message.Key edits = MessageMaker.shared(OrderingKey.EDITS);
        return packet -> {
            Object at = pos.get(packet);
            EditPlace place = new EditPlace(x.get(at) * unit, y.get(at) * unit, z.get(at) * unit, unit);
            int chunkX = place.x() >> 4;
            int chunkZ = place.z() >> 4;
            Message.Key chunk = MessageMaker.exclusive(OrderingKey.chunk(chunkX, chunkZ));
            return messages.edit(
                    new Target.ChunkTarget(chunkX, chunkZ),
                    edit ? List.of(chunk, edits) : List.of(chunk),
                    sizeBytes.get(packet),
                    place);
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
