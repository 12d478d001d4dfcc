package dev.sluice.protocollib;

import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields of a server's packet say what it is about, by their Mojang-mapped names. See docs/packets.md. */
sealed interface PacketShape {

    /** What still can be read of a class that lacks what this shape wants beside the target; null for nothing. */
    default @Nullable PacketShape plainer() {
        return null;
    }

    /** Nothing is read: the packet is free to move, as far as its delivery kind lets it. */
    record Opaque(Target.StreamTarget target) implements PacketShape {}

    /** Nothing is read: the packet takes part in one stream. */
    record Stream(Target.StreamTarget target, long key, boolean exclusive) implements PacketShape {}

    /** Chunk coordinates in two ints. */
    record ChunkInts(String x, String z) implements PacketShape {}

    /** Chunk coordinates in two ints, with the data whose raw length tells the size. */
    record ChunkData(String x, String z, String data, String buffer) implements PacketShape {}

    /** A chunk that leaves the view, by its coordinates in a {@code ChunkPos}. */
    record ChunkUnload(String position) implements PacketShape {}

    /** A block's position in a {@code BlockPos}. */
    record BlockPosition(String position, boolean edit) implements PacketShape {}

    /**
     * Something that a block does, by its position in a {@code BlockPos}. A piston's acts reach into the next chunk.
     *
     * @param block the kind of block
     * @param facing the number that is the direction of a piston
     */
    record BlockEvent(String position, String block, String facing) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new BlockPosition(position, false);
        }
    }

    /**
     * Something seen or heard of a block, by its position in a {@code BlockPos}. A jukebox plays on until it is stopped.
     *
     * @param type the number that says what
     */
    record LevelEvent(String position, String type) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new BlockPosition(position, false);
        }
    }

    /**
     * A section's position in a {@code SectionPos}: an edit of many blocks.
     *
     * @param blocks the array with the place of each within the section, which tells the size; null to do without
     */
    record SectionPosition(String position, @Nullable String blocks) implements PacketShape {
        @Override
        public @Nullable PacketShape plainer() {
            return blocks == null ? null : new SectionPosition(position, null);
        }
    }

    /** A list of elements of a nested class, each with a {@code ChunkPos}. */
    record ChunkList(String list, String element, String position) implements PacketShape {}

    /** Entities by their ids: the first is the one that the packet is about. */
    record Entities(List<String> ids, boolean exclusive) implements PacketShape {}

    /** A whole new value of a component of an entity, of which nothing but the entity is read. */
    record EntityState(String id, Component component) implements PacketShape {}

    /** A whole new value of a component of an entity; an equal one changes nothing. */
    record EntityValue(String id, String value, Component component) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new EntityState(id, component);
        }
    }

    /** A change of a component of an entity, of which nothing but the entity is read. */
    record EntityChange(String id, Component component) implements PacketShape {}

    /**
     * New values of a component of an entity, each with a key of its own: its place, its attribute, its slot.
     *
     * @param list the list of the values
     * @param key the field of a list's element that is its key
     * @param idempotent whether a value that the client has changes nothing
     */
    record EntityValues(String id, String list, String key, Component component, boolean idempotent)
            implements PacketShape {
        @Override
        public PacketShape plainer() {
            return component == Component.EQUIPMENT ? new Entities(List.of(id), true) : new EntityChange(id, component);
        }
    }

    /** A whole new position of an entity, in a {@code PositionMoveRotation}. */
    record EntityPlace(String id, String values) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new EntityState(id, Component.POSITION);
        }
    }

    /** Something seen of an entity that another may have struck. */
    record Strike(String victim, String attacker) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new Entities(List.of(victim), false);
        }
    }

    /** A sound that goes with an entity. */
    record EntitySound(String id) implements PacketShape {}

    /** The chunk at the centre of the client's view, in two ints. */
    record ViewCentre(String x, String z) implements PacketShape {}

    /** The radius of the client's view in chunks. */
    record ViewRadius(String radius) implements PacketShape {}

    /**
     * The player appears in a dimension. After the player list before it, from which the client takes the player's looks, once.
     *
     * @param info the object with the dimension's key
     * @param kept what the client is to keep, 3 for everything; null if it keeps nothing
     */
    record Entered(String info, String dimension, @Nullable String kept) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new Opaque(Target.StreamTarget.PLAYER);
        }
    }

    /**
     * The player is put elsewhere.
     *
     * @param to where, null to do without
     */
    record Teleported(@Nullable To to) implements PacketShape {
        /** The fields of the {@code PositionMoveRotation}, and of what of it adds to what the client has. */
        record To(String values, String relatives) {}

        @Override
        public @Nullable PacketShape plainer() {
            return to == null ? null : new Teleported(null);
        }
    }

    /** A relative move, a look, or both. */
    record RelativeMove() implements PacketShape {}

    /**
     * An entity's spawn: its id, its profile if it is a player, and where it stands.
     *
     * @param owner the type and the field that names the owner of a fishing bobber; null to do without
     */
    record Spawn(@Nullable Owner owner) implements PacketShape {
        /** The fields of a spawn that name the entity's type and, of some types, its owner. */
        record Owner(String type, String id) {}

        @Override
        public @Nullable PacketShape plainer() {
            return owner == null ? null : new Spawn(null);
        }
    }

    /** A list of entity ids. */
    record EntityList(String ids) implements PacketShape {}

    /** A vehicle's id and an int array of its passengers' ids. */
    record Passengers(String vehicle, String passengers) implements PacketShape {}

    /** A list of the ids of profiles that leave the player list. */
    record ProfileIds(String list) implements PacketShape {}

    /**
     * An update of the player list: a list of elements of a nested class, each with a profile's id.
     *
     * @param actions the set of a nested enum's constants that tells what is updated; null to take it for everything
     */
    record ProfileEntries(
            String list,
            String element,
            String id,
            @Nullable String actions) implements PacketShape {
        @Override
        public @Nullable PacketShape plainer() {
            return actions == null ? null : new ProfileEntries(list, element, id, null);
        }
    }

    /** A line of chat that a player has signed. */
    record SignedLine(String sender) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new Stream(Target.StreamTarget.CHAT, OrderingKey.CHAT, true);
        }
    }

    /** A line of the server's, in chat or, by a flag, where {@code set_action_bar_text} writes too. */
    record SystemLine(String overlay) implements PacketShape {
        @Override
        public PacketShape plainer() {
            return new Stream(Target.StreamTarget.CHAT, OrderingKey.CHAT, true);
        }
    }

    /** Packets that the client applies at once. */
    record Bundle(String packets) implements PacketShape {}
}
