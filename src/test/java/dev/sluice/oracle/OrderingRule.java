package dev.sluice.oracle;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.priority.Component;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The rules that keep the client's world whole. Each can be put out of force by telling the engine something else of the
 * packets it concerns; the oracle must notice.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum OrderingRule implements Distortion {
    EDITS_AFTER_THEIR_CHUNK(
            "A block edit waits for its chunk's data (H7).",
            on(ModelPacket.Edit.class),
            Weakening.without(OrderingKey::isChunk)),
    SECTIONS_AFTER_THEIR_CHUNK(
            "An edit of several blocks waits for its chunk's data (H7).",
            on(ModelPacket.Section.class),
            Weakening.without(OrderingKey::isChunk)),
    LIGHT_AFTER_ITS_CHUNK(
            "Light waits for its chunk's data.", on(ModelPacket.Light.class), Weakening.without(OrderingKey::isChunk)),
    BIOMES_AFTER_THEIR_CHUNKS(
            "Biomes wait for the data of each of their chunks (H27).",
            on(ModelPacket.Biomes.class),
            Weakening.without(OrderingKey::isChunk)),
    BLOCK_ENTITY_AFTER_ITS_CHUNK(
            "Block entities wait for their chunk's data.",
            on(ModelPacket.BlockEntity.class),
            Weakening.without(OrderingKey::isChunk)),
    BLOCK_EVENTS_IN_ORDER(
            "Block events stay in order with their chunk's edits (H27).",
            on(ModelPacket.BlockEvent.class),
            Weakening.without(OrderingKey::isChunk)),
    PISTONS_BEFORE_WHAT_COMES_OF_THEM(
            "A piston that reaches into the next chunk acts before what is told of that afterwards.",
            on(ModelPacket.Piston.class),
            Weakening::otherKeys),
    UNLOAD_AFTER_ITS_CHUNK(
            "An unload does not overtake its held chunk (H8).",
            on(ModelPacket.Unload.class),
            Weakening.all(Weakening.without(OrderingKey::isChunk), Weakening::role)),
    UNLOAD_CANCELS_ITS_CHUNK(
            "An unload cancels its held chunk: it is not sent any more (H8).",
            on(ModelPacket.Unload.class),
            Weakening::role),
    CHUNKS_STAY_IN_THEIR_BATCH(
            "The start of a chunk batch, its chunks and its end stay together (H12).",
            on(ModelPacket.Chunk.class),
            Weakening.without(key -> key == OrderingKey.CHUNK_BATCH)),
    VIEW_CENTRE_IS_NEVER_HELD(
            "The view's centre is never held: the client ignores chunks out of its range (H9).",
            on(ModelPacket.Centre.class),
            Weakening.kind(DeliveryKind.FACT)),
    VIEW_CENTRE_AFTER_UNLOADS(
            "The view's centre takes along the unloads before it: the client ignores one out of its range (H9).",
            on(ModelPacket.Centre.class),
            Weakening.without(key -> key == OrderingKey.VIEW)),
    VIEW_RADIUS_AFTER_UNLOADS(
            "So does its radius: the client loses the chunks out of its range without an unload (H9).",
            on(ModelPacket.Radius.class),
            Weakening.without(key -> key == OrderingKey.VIEW)),
    ACKNOWLEDGEMENT_AFTER_EDITS(
            "The acknowledgement of the player's actions follows the edits that answer them (H25).",
            on(ModelPacket.Ack.class),
            Weakening.without(key -> key == OrderingKey.EDITS)),
    SIGN_EDITOR_AFTER_ITS_CHUNK(
            "What is never held takes along what it must not overtake in its chunk.",
            on(ModelPacket.OpenSign.class),
            Weakening.without(OrderingKey::isChunk)),
    CAMERA_AFTER_ITS_ENTITY(
            "What is never held takes along what it must not overtake of its entity.",
            on(ModelPacket.Camera.class),
            Weakening.without(OrderingKey::isEntity)),
    SPAWN_AFTER_ITS_CHUNK(
            "An entity whose chunk is held waits for it.",
            on(ModelPacket.Spawn.class),
            Weakening.without(OrderingKey::isChunk)),
    SPAWN_AFTER_ITS_PROFILE(
            "A player's spawn waits for its entry in the player list (H26).",
            on(ModelPacket.Spawn.class),
            Weakening.without(OrderingRule::isProfile)),
    BOBBERS_AFTER_THEIR_ANGLER(
            "A fishing bobber waits for the spawn of who casts it: a client discards one whose owner it does not know.",
            on(ModelPacket.Bobber.class),
            Weakening.without(OrderingKey::isAngler)),
    ANGLERS_BEFORE_THEIR_BOBBERS(
            "So a player's spawn goes before the bobbers that it casts.",
            on(ModelPacket.Spawn.class),
            Weakening.without(OrderingKey::isAngler)),
    BOBBERS_AFTER_THEIR_ANGLERS_LAST(
            "A fishing bobber waits for the removal of its owner's last one, with which a client forgets any that its owner has out.",
            on(ModelPacket.Bobber.class),
            Weakening::castByNobody),
    LEAVING_AFTER_THE_SPAWN(
            "A player leaves the player list after its held spawn has come (H26).",
            on(ModelPacket.InfoRemove.class),
            Weakening.without(OrderingRule::isProfile)),
    METADATA_AFTER_THE_SPAWN(
            "Metadata waits for its entity's spawn (H14).",
            on(ModelPacket.Metadata.class),
            Weakening.without(OrderingKey::isEntity)),
    HEAD_AFTER_THE_SPAWN(
            "A head's turn waits for its entity's spawn (H14).",
            on(ModelPacket.Head.class),
            Weakening.without(OrderingKey::isEntity)),
    MOVES_AFTER_THE_SPAWN(
            "A relative move waits for its entity's spawn (H14).",
            on(ModelPacket.Move.class),
            Weakening.without(OrderingKey::isEntity)),
    SYNC_AFTER_THE_SPAWN(
            "A position waits for its entity's spawn (H14).",
            on(ModelPacket.Sync.class),
            Weakening.without(OrderingKey::isEntity)),
    MOTION_AFTER_THE_SPAWN(
            "Motion waits for its entity's spawn (H14).",
            on(ModelPacket.Motion.class),
            Weakening.without(OrderingKey::isEntity)),
    ATTRIBUTES_AFTER_THE_SPAWN(
            "Attributes wait for their entity's spawn (H14).",
            on(ModelPacket.Attributes.class),
            Weakening.without(OrderingKey::isEntity)),
    ANIMATION_AFTER_THE_SPAWN(
            "An animation waits for its entity's spawn (H14).",
            on(ModelPacket.Animate.class),
            Weakening.without(OrderingKey::isEntity)),
    DAMAGE_AFTER_THE_SPAWN(
            "A hurt effect waits for its entity's spawn (H14).",
            on(ModelPacket.Damage.class),
            Weakening.without(OrderingKey::isEntity)),
    REMOVAL_AFTER_THE_SPAWN(
            "A removal does not overtake its entity's spawn (H14).",
            on(ModelPacket.Remove.class),
            Weakening.without(OrderingKey::isEntity)),
    PASSENGERS_AFTER_THEIR_SPAWNS(
            "Passengers wait for the spawn of each passenger (H14).",
            on(ModelPacket.Passengers.class),
            Weakening::otherKeys),
    RIDERS_GET_OFF_BEFORE_THEY_ARE_PLACED(
            "The new place of who rode waits for what lets it off, which does not name it: a client has a rider where its vehicle is.",
            on(ModelPacket.Passengers.class),
            Weakening::withOwnRiderOnly),
    EQUIPMENT_IN_ORDER(
            "Equipment stays in order with its entity's packets (H14).",
            on(ModelPacket.Equipment.class),
            Weakening.without(OrderingKey::isEntity)),
    FACTS_IN_ORDER(
            "Facts of an entity stay in order, also with its state.",
            on(ModelPacket.EntityEvent.class),
            Weakening.without(OrderingKey::isEntity)),
    PICK_UPS_KEEP_BOTH_ORDERS(
            "A fact of two entities stays in order with both (H27).",
            on(ModelPacket.PickUp.class),
            Weakening::otherKeys),
    MOVES_ADD_UP(
            "Relative moves are added up, never dropped (H13).",
            on(ModelPacket.Move.class),
            Weakening.state(new StateUpdate.Absolute(Component.POSITION, null))),
    TELEPORT_KEEPS_THE_BASE(
            "A teleport does not supersede moves: the client keeps the base of relative moves.",
            on(ModelPacket.Teleport.class),
            Weakening.all(
                    Weakening.kind(DeliveryKind.STATE),
                    Weakening.state(new StateUpdate.Absolute(Component.POSITION, null)))),
    METADATA_BY_INDEX(
            "Metadata merges by index: no index is lost.",
            on(ModelPacket.Metadata.class),
            Weakening.state(new StateUpdate.Absolute(Component.METADATA, null))),
    ATTRIBUTES_BY_NAME(
            "Attributes merge by attribute: none is lost.",
            on(ModelPacket.Attributes.class),
            Weakening.state(new StateUpdate.Absolute(Component.ATTRIBUTES, null))),
    COMPONENTS_APART(
            "A component supersedes only itself.",
            on(ModelPacket.Motion.class),
            Weakening.state(new StateUpdate.Absolute(Component.HEAD, null))),
    CHAT_IN_ORDER(
            "Chat is one stream (H16).",
            on(ModelPacket.SystemChat.class),
            Weakening.without(key -> key == OrderingKey.CHAT)),
    PLAYER_CHAT_IN_ORDER(
            "What players say is part of it (H16).",
            on(ModelPacket.PlayerChat.class),
            Weakening.without(key -> key == OrderingKey.CHAT)),
    DELETION_AFTER_ITS_LINE(
            "The deletion of a line does not overtake it (H16).",
            on(ModelPacket.DeleteChat.class),
            Weakening.without(key -> key == OrderingKey.CHAT)),
    LEAVING_AFTER_THE_LINES(
            "A player leaves the player list after its lines (H16, H26).",
            on(ModelPacket.InfoRemove.class),
            Weakening.without(OrderingRule::isSpeaker)),
    LINES_AFTER_JOINING(
            "A player's lines wait for its entry in the player list (H16, H26).",
            on(ModelPacket.InfoUpdate.class),
            Weakening.without(OrderingRule::isSpeaker)),
    LINES_OF_THEIR_SESSION(
            "A player's lines stay in order with its chat sessions (H16, H26).",
            on(ModelPacket.InfoSession.class),
            Weakening.without(OrderingRule::isSpeaker)),
    PLAYER_LIST_IN_ORDER(
            "What the player list shows of a player stays in order with who joins and leaves.",
            on(ModelPacket.InfoShown.class),
            Weakening.without(OrderingRule::isListing)),
    CHAT_IS_NEVER_DROPPED(
            "Chat is never dropped (H16).", on(ModelPacket.SystemChat.class), Weakening.kind(DeliveryKind.EPHEMERAL)),
    PLAYER_CHAT_IS_NEVER_DROPPED(
            "What players say is never dropped (H16).",
            on(ModelPacket.PlayerChat.class),
            Weakening.kind(DeliveryKind.EPHEMERAL)),
    RELIABLE_IS_NEVER_DROPPED(
            "What a profile calls reliable is never dropped, though it be ephemeral (seed 001).",
            on(ModelPacket.Sound.class),
            Weakening::name),
    NEVER_DROPPED_IS_DELIVERED(
            "What a profile never drops is delivered however stale.", on(ModelPacket.Particles.class), Weakening::name),
    INTERFACE_IN_ORDER(
            "What the interface shows stays in order.",
            on(ModelPacket.Interface.class),
            Weakening.without(key -> key == OrderingKey.INTERFACE)),
    OVERLAYS_IN_ORDER(
            "A line that overlays the action bar stays in order with what the interface shows.",
            on(ModelPacket.Overlay.class),
            Weakening.without(key -> key == OrderingKey.INTERFACE)),
    SCORES_IN_ORDER(
            "Teams, objectives and scores stay in order.",
            on(ModelPacket.Score.class),
            Weakening.without(key -> key == OrderingKey.SCOREBOARD)),
    SILENCE_AFTER_ITS_SOUNDS(
            "What stops sounds follows the sounds before it.",
            on(ModelPacket.StopSound.class),
            Weakening.without(key -> key == OrderingKey.SOUND)),
    SILENCE_AFTER_THE_SOUNDS_OF_ENTITIES(
            "What stops sounds follows those of entities before it.",
            on(ModelPacket.EntitySound.class),
            Weakening.without(key -> key == OrderingKey.SOUND)),
    SILENCE_AFTER_ITS_SONGS(
            "What stops sounds follows the songs of jukeboxes before it.",
            on(ModelPacket.Song.class),
            Weakening.without(key -> key == OrderingKey.SOUND)),
    KEEP_ALIVE_IS_NEVER_HELD(
            "Keepalives are never held (H17).", on(ModelPacket.KeepAlive.class), Weakening.kind(DeliveryKind.FACT)),
    RESPAWN_ENDS_THE_WORLD(
            "Nothing of an old world is sent after a respawn (H10).",
            on(ModelPacket.Respawn.class),
            Weakening.effect(WorldEffect.NONE)),
    RESPAWN_WITH_ALL_DATA_KEEPS_THE_WORLD(
            "A respawn where the player is already, with all of its data, discards nothing: the server tells nothing anew.",
            on(ModelPacket.KeepingRespawn.class),
            Weakening.observation(null)),
    OTHER_DIMENSION_ENDS_THE_WORLD(
            "Nothing of an old world is sent after a respawn in another dimension, whatever that keeps (H10).",
            on(ModelPacket.KeepingRespawn.class),
            Weakening.observation(new Observation.Entered(0, true))),
    PLAYER_AFTER_THE_PLAYER_LIST(
            "A player shown anew does not overtake the player list, where the client looks up once how it looks.",
            on(ModelPacket.KeepingRespawn.class),
            Weakening.without(key -> key == OrderingKey.PLAYER_LIST)),
    REMOVALS_SURVIVE_A_RESPAWN(
            "A respawn in the same world keeps the client's entities: held removals are sent before it.",
            on(ModelPacket.Remove.class),
            Weakening::role),
    SPAWNS_REPLACE_THEIR_ID(
            "A spawn takes the place of the entity that has its id: that one's removal is sent though the spawn never was.",
            packet -> packet instanceof ModelPacket.Spawn spawn && spawn.motion() % 2 == 0,
            Weakening.observation(null)),
    ENTITIES_SURVIVE_A_RESPAWN(
            "A respawn in the same world removes no entity: its removal is sent though the spawn that used its id again never was.",
            on(ModelPacket.Respawn.class),
            Weakening.observation(new Observation.EntitiesRemoved(
                    IntStream.range(0, Places.ENTITIES).boxed().toList()))),
    SPAWNS_FOLLOW_THE_REMOVAL_OF_THEIR_UUID(
            "A client takes no entity whose UUID it has: a spawn follows the removal of who had it before.",
            on(ModelPacket.Spawn.class),
            Weakening::unnamed),
    CONFIGURATION_ENDS_THE_PLAY_PHASE(
            "Nothing of the play phase is sent after start_configuration (H10).",
            on(ModelPacket.StartConfiguration.class),
            Weakening.effect(WorldEffect.NONE)),
    BUNDLES_ARE_ATOMIC("A bundle is one message (H6).", packet -> false, message -> message) {
        @Override
        public boolean splitsBundles() {
            return true;
        }
    },
    MERGED_MOVES_SAY_THE_SUM("A merged move says the sum of its parts.", packet -> false, message -> message) {
        @Override
        public PacketComposer composer(PacketComposer real) {
            return update -> real.compose(update instanceof StateUpdate.Move move ? Weakening.halved(move) : update);
        }
    },
    OWN_STATE_IS_NEVER_HELD("The player's own state is never held.", packet -> false, message -> message) {
        @Override
        public boolean tellsOwnEntity() {
            return false;
        }
    },
    DISMOUNTS_ARE_NEVER_HELD(
            "What lets go of the player is not held: a client ignores where it is put while it rides.",
            on(ModelPacket.Passengers.class),
            Weakening.observation(null)),
    WORLDS_ARE_INHERITED(
            "What the client has from before the engine came is taken from it (H8).",
            packet -> false,
            message -> message) {
        @Override
        public boolean tellsInheritance() {
            return false;
        }
    },
    OWN_MODE_IS_NEVER_HELD(
            "What lists the player itself is not held: the client takes its game mode from there.",
            on(ModelPacket.InfoUpdate.class),
            Weakening.observation(null)),
    OWN_EDITS_ARE_NEVER_HELD(
            "Edits beside the player's own action are not held (H25).", packet -> false, message -> message) {
        @Override
        public boolean tellsActions() {
            return false;
        }
    },
    ONLY_ANSWERS_CONFIRM(
            "What is in flight is confirmed by the answer to a marker behind it, and by nothing else.",
            packet -> false,
            message -> message) {
        @Override
        public boolean forgesOutstandingAnswers() {
            return true;
        }
    };

    final String sentence;
    private final Predicate<ModelPacket> concerns;
    private final UnaryOperator<Message> weakening;

    OrderingRule(String sentence, Predicate<ModelPacket> concerns, UnaryOperator<Message> weakening) {
        this.sentence = sentence;
        this.concerns = concerns;
        this.weakening = weakening;
    }

    @Override
    public Message distorted(ModelPacket packet, Message truth) {
        return concerns.test(packet) ? weakening.apply(truth) : truth;
    }

    private static boolean isProfile(long key) {
        return key >>> 56 == 5;
    }

    private static boolean isSpeaker(long key) {
        return key >>> 56 == 10;
    }

    private static boolean isListing(long key) {
        return key >>> 56 == 11;
    }

    /** Of one kind only: of two, one would prove the rule for both. */
    private static Predicate<ModelPacket> on(Class<? extends ModelPacket> kind) {
        return kind::isInstance;
    }
}
