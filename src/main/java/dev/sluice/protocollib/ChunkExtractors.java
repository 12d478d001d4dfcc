package dev.sluice.protocollib;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    private static final String PISTON = "net.minecraft.world.level.block.piston.PistonBaseBlock";

    /** How far from a piston what it moves may stand or come to stand: twelve blocks in a row, and one more. */
    private static final int PISTON_REACH = 13;

    /** {@code LevelEvent.SOUND_PLAY_JUKEBOX_SONG}. */
    private static final int JUKEBOX_SONG = 1010;

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

    /** A chunk that leaves the view, by a position whose x and z are ints in chunks. */
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

    /**
     * What a block does. A client moves a piston's blocks by itself, and is told later what has become of them: so it is in order
     * with both chunks of those in front of the piston.
     */
    Extractor blockEvent(PacketShape.BlockEvent shape) {
        Function<Object, EditPlace> places = places(shape.position(), 1);
        ObjectField block = Fields.objectField(owner, shape.block(), Object.class);
        IntField facing = Fields.intField(owner, shape.facing());
        Class<?> piston = Fields.below(owner, shape.block(), PISTON);
        return packet -> {
            EditPlace place = places.apply(packet);
            Message.Key own = keyAt(place.x(), place.z());
            boolean reaches = piston.isInstance(block.get(packet));
            return edit(place, reaches ? List.of(own, reached(place, facing.get(packet))) : List.of(own), 0);
        };
    }

    /** A jukebox's song lasts for minutes: it is also in order with what stops sounds. */
    Extractor levelEvent(PacketShape.LevelEvent shape) {
        Function<Object, EditPlace> places = places(shape.position(), 1);
        IntField type = Fields.intField(owner, shape.type());
        Message.Key sound = MessageMaker.shared(OrderingKey.SOUND);
        return packet -> {
            EditPlace place = places.apply(packet);
            Message.Key own = keyAt(place.x(), place.z());
            return edit(place, type.get(packet) == JUKEBOX_SONG ? List.of(own, sound) : List.of(own), 0);
        };
    }

    /** The chunk of the last block that a piston may move, by its direction as {@code Direction.from3DDataValue} has it. */
    private static Message.Key reached(EditPlace piston, int facing) {
        int towards = (facing & 1) == 0 ? -PISTON_REACH : PISTON_REACH;
        return switch (facing & 7) {
            case 2, 3 -> keyAt(piston.x(), piston.z() + towards);
            case 4, 5 -> keyAt(piston.x() + towards, piston.z());
            default -> keyAt(piston.x(), piston.z());
        };
    }

    /** Something of one chunk, with a position in units of so many blocks: a block's or a section's. */
    private Extractor inChunk(String position, int unit, boolean edit, IntField sizeBytes) {
        Function<Object, EditPlace> places = places(position, unit);
        Message.Key edits = MessageMaker.shared(OrderingKey.EDITS);
        return packet -> {
            EditPlace place = places.apply(packet);
            Message.Key chunk = keyAt(place.x(), place.z());
            return edit(place, edit ? List.of(chunk, edits) : List.of(chunk), sizeBytes.get(packet));
        };
    }

    private Function<Object, EditPlace> places(String position, int unit) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField y = Fields.intField(posType, "y");
        IntField z = Fields.intField(posType, "z");
        return packet -> {
            Object at = pos.get(packet);
            return new EditPlace(x.get(at) * unit, y.get(at) * unit, z.get(at) * unit, unit);
        };
    }

    /** The chunk of a block, for what is in order with all of it. */
    private static Message.Key keyAt(int blockX, int blockZ) {
        return MessageMaker.exclusive(OrderingKey.chunk(blockX >> 4, blockZ >> 4));
    }

    private Message edit(EditPlace place, List<Message.Key> keys, int sizeBytes) {
        return messages.edit(new Target.ChunkTarget(place.x() >> 4, place.z() >> 4), keys, sizeBytes, place);
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
