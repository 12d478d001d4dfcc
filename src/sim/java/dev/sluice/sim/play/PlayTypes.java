package dev.sluice.sim.play;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.priority.MessagePriority;

/** The packet types of the simulated traffic, classed as the plugin's table classes them. */
final class PlayTypes {

    static final MessageType CHUNK = fact(0, "level_chunk_with_light", MessagePriority.CHUNK_DATA, 5_000);
    static final MessageType UNLOAD = fact(1, "forget_level_chunk", MessagePriority.CHUNK_DATA, 11);
    static final MessageType SPAWN = fact(2, "add_entity", MessagePriority.NEARBY_ENTITIES, 60);
    static final MessageType REMOVE = fact(3, "remove_entities", MessagePriority.NEARBY_ENTITIES, 8);
    static final MessageType MOVE = state(4, "move_entity_pos_rot", 14);
    static final MessageType SYNC = state(5, "entity_position_sync", 62);
    static final MessageType HEAD = state(6, "rotate_head", 6);
    static final MessageType DATA = state(7, "set_entity_data", 20);
    static final MessageType EDIT = fact(8, "block_update", MessagePriority.VOXEL_EDITS, 14);
    static final MessageType EDITS = fact(9, "section_blocks_update", MessagePriority.VOXEL_EDITS, 40);
    static final MessageType CHAT = fact(10, "system_chat", MessagePriority.CHAT, 120);
    static final MessageType SCORE = fact(11, "set_score", MessagePriority.METADATA, 50);
    static final MessageType SOUND = ephemeral(12, "sound", 36);
    static final MessageType PARTICLES = ephemeral(13, "level_particles", 60);
    static final MessageType VIEW_CENTRE = immediate(14, "set_chunk_cache_center");
    static final MessageType EDIT_ACK = immediate(15, "block_changed_ack");
    static final MessageType OWN_STATE = immediate(16, "container_set_slot");

    private PlayTypes() {}

    private static MessageType fact(int index, String name, MessagePriority messageClass, int bytes) {
        return new MessageType(index, name, messageClass, DeliveryKind.FACT, bytes);
    }

    private static MessageType state(int index, String name, int bytes) {
        return new MessageType(index, name, MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, bytes);
    }

    private static MessageType ephemeral(int index, String name, int bytes) {
        return new MessageType(index, name, MessagePriority.METADATA, DeliveryKind.EPHEMERAL, bytes);
    }

    private static MessageType immediate(int index, String name) {
        return new MessageType(index, name, MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 20);
    }
}
