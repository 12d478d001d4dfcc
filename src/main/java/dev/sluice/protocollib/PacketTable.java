package dev.sluice.protocollib;

import static dev.sluice.engine.priority.MessagePriority.CHAT;
import static dev.sluice.engine.priority.MessagePriority.CHUNK_DATA;
import static dev.sluice.engine.priority.MessagePriority.METADATA;
import static dev.sluice.engine.priority.MessagePriority.NEARBY_ENTITIES;
import static dev.sluice.engine.priority.MessagePriority.VOXEL_EDITS;
import static dev.sluice.protocollib.PacketRules.about;
import static dev.sluice.protocollib.PacketRules.at;
import static dev.sluice.protocollib.PacketRules.entities;
import static dev.sluice.protocollib.PacketRules.ephemeral;
import static dev.sluice.protocollib.PacketRules.fact;
import static dev.sluice.protocollib.PacketRules.immediate;
import static dev.sluice.protocollib.PacketRules.state;
import static dev.sluice.protocollib.PacketRules.world;

import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.Target;
import java.util.List;

/**
 * Every clientbound play packet of 1.21.8 and 26.1, in the order of 26.1's packet ids (1.21.8 has the same order without
 * the packets that came later): its class, what the client is owed, and what it is ordered along. What is not here is
 * unknown, and unknown is never held.
 *
 * <p>Everything that is ordered along an entity is of the entities' class, and everything that is ordered along a block
 * of the edits': in a class of a smaller share it would hold up what stands behind it.
 */
final class PacketTable {

    private static final PacketShape WORLD = new PacketShape.Opaque(Target.StreamTarget.WORLD);
    private static final PacketShape CHAT_STREAM =
            new PacketShape.Stream(Target.StreamTarget.CHAT, OrderingKey.CHAT, true);
    private static final PacketShape INTERFACE =
            new PacketShape.Stream(Target.StreamTarget.INTERFACE, OrderingKey.INTERFACE, true);
    private static final PacketShape SCOREBOARD =
            new PacketShape.Stream(Target.StreamTarget.INTERFACE, OrderingKey.SCOREBOARD, true);
    private static final PacketShape BATCH =
            new PacketShape.Stream(Target.StreamTarget.WORLD, OrderingKey.CHUNK_BATCH, true);

    /** The packets that have an id. */
    static final List<PacketRule> PACKETS = List.of(
            immediate("bundle_delimiter", "game.ClientboundBundleDelimiterPacket", 4),
            fact(
                    "add_entity",
                    "game.ClientboundAddEntityPacket",
                    NEARBY_ENTITIES,
                    60,
                    new PacketShape.Spawn(new PacketShape.Spawn.Owner("type", "data"))),
            ephemeral("animate", "game.ClientboundAnimatePacket", NEARBY_ENTITIES, 8, about("id")),
            immediate("award_stats", "game.ClientboundAwardStatsPacket", 200),
            immediate(
                    "block_changed_ack",
                    "game.ClientboundBlockChangedAckPacket",
                    6,
                    new PacketShape.Stream(Target.StreamTarget.PLAYER, OrderingKey.EDITS, true)),
            fact("block_destruction", "game.ClientboundBlockDestructionPacket", VOXEL_EDITS, 16, at("pos")),
            fact("block_entity_data", "game.ClientboundBlockEntityDataPacket", VOXEL_EDITS, 90, at("pos")),
            fact(
                    "block_event",
                    "game.ClientboundBlockEventPacket",
                    VOXEL_EDITS,
                    16,
                    new PacketShape.BlockEvent("pos", "block", "b1")),
            fact(
                    "block_update",
                    "game.ClientboundBlockUpdatePacket",
                    VOXEL_EDITS,
                    14,
                    new PacketShape.BlockPosition("pos", true)),
            fact("boss_event", "game.ClientboundBossEventPacket", METADATA, 40, INTERFACE),
            immediate("change_difficulty", "game.ClientboundChangeDifficultyPacket", 5),
            fact("chunk_batch_finished", "game.ClientboundChunkBatchFinishedPacket", CHUNK_DATA, 4, BATCH),
            fact("chunk_batch_start", "game.ClientboundChunkBatchStartPacket", CHUNK_DATA, 3, BATCH),
            fact(
                    "chunks_biomes",
                    "game.ClientboundChunksBiomesPacket",
                    CHUNK_DATA,
                    2000,
                    new PacketShape.ChunkList("chunkBiomeData", "ChunkBiomeData", "pos")),
            immediate("clear_titles", "game.ClientboundClearTitlesPacket", 4),
            immediate("command_suggestions", "game.ClientboundCommandSuggestionsPacket", 200),
            immediate("commands", "game.ClientboundCommandsPacket", 20000),
            immediate("container_close", "game.ClientboundContainerClosePacket", 4),
            immediate("container_set_content", "game.ClientboundContainerSetContentPacket", 300),
            immediate("container_set_data", "game.ClientboundContainerSetDataPacket", 8),
            immediate("container_set_slot", "game.ClientboundContainerSetSlotPacket", 20),
            immediate("cookie_request", "cookie.ClientboundCookieRequestPacket", 32),
            immediate("cooldown", "game.ClientboundCooldownPacket", 20),
            immediate("custom_chat_completions", "game.ClientboundCustomChatCompletionsPacket", 200),
            immediate("custom_payload", "common.ClientboundCustomPayloadPacket", 100),
            ephemeral(
                    "damage_event",
                    "game.ClientboundDamageEventPacket",
                    NEARBY_ENTITIES,
                    12,
                    new PacketShape.Strike("entityId", "sourceCauseId")),
            immediate("debug_block_value", "game.ClientboundDebugBlockValuePacket", 100),
            immediate("debug_chunk_value", "game.ClientboundDebugChunkValuePacket", 100),
            immediate("debug_entity_value", "game.ClientboundDebugEntityValuePacket", 100),
            immediate("debug_event", "game.ClientboundDebugEventPacket", 60),
            immediate("debug_sample", "game.ClientboundDebugSamplePacket", 60),
            fact("delete_chat", "game.ClientboundDeleteChatPacket", CHAT, 100, CHAT_STREAM),
            immediate("disconnect", "common.ClientboundDisconnectPacket", 60),
            fact("disguised_chat", "game.ClientboundDisguisedChatPacket", CHAT, 120, CHAT_STREAM),
            fact("entity_event", "game.ClientboundEntityEventPacket", NEARBY_ENTITIES, 8, entities("entityId")),
            state(
                    "entity_position_sync",
                    "game.ClientboundEntityPositionSyncPacket",
                    NEARBY_ENTITIES,
                    62,
                    new PacketShape.EntityPlace("id", "values")),
            immediate("explode", "game.ClientboundExplodePacket", 80),
            fact(
                    "forget_level_chunk",
                    "game.ClientboundForgetLevelChunkPacket",
                    CHUNK_DATA,
                    11,
                    new PacketShape.ChunkUnload("pos")),
            immediate("game_event", "game.ClientboundGameEventPacket", 8),
            immediate("game_rule_values", "game.ClientboundGameRuleValuesPacket", 200),
            immediate("game_test_highlight_pos", "game.ClientboundGameTestHighlightPosPacket", 24),
            immediate(
                    "mount_screen_open",
                    List.of("game.ClientboundMountScreenOpenPacket", "game.ClientboundHorseScreenOpenPacket"),
                    12,
                    entities("entityId")),
            ephemeral("hurt_animation", "game.ClientboundHurtAnimationPacket", NEARBY_ENTITIES, 9, about("id")),
            immediate("initialize_border", "game.ClientboundInitializeBorderPacket", 50),
            immediate("keep_alive", "common.ClientboundKeepAlivePacket", 11),
            fact(
                    "level_chunk_with_light",
                    "game.ClientboundLevelChunkWithLightPacket",
                    CHUNK_DATA,
                    5000,
                    new PacketShape.ChunkData("x", "z", "chunkData", "buffer")),
            fact(
                    "level_event",
                    "game.ClientboundLevelEventPacket",
                    VOXEL_EDITS,
                    20,
                    new PacketShape.LevelEvent("pos", "type")),
            ephemeral("level_particles", "game.ClientboundLevelParticlesPacket", METADATA, 60, WORLD),
            fact(
                    "light_update",
                    "game.ClientboundLightUpdatePacket",
                    CHUNK_DATA,
                    1500,
                    new PacketShape.ChunkInts("x", "z")),
            world(
                    "login",
                    "game.ClientboundLoginPacket",
                    150,
                    WorldEffect.NEW_WORLD,
                    new PacketShape.Entered("commonPlayerSpawnInfo", "dimension", null)),
            immediate("low_disk_space_warning", "game.ClientboundLowDiskSpaceWarningPacket", 4),
            immediate("map_item_data", "game.ClientboundMapItemDataPacket", 8000),
            immediate("merchant_offers", "game.ClientboundMerchantOffersPacket", 500),
            state(
                    "move_entity_pos",
                    "game.ClientboundMoveEntityPacket$Pos",
                    NEARBY_ENTITIES,
                    12,
                    new PacketShape.RelativeMove()),
            state(
                    "move_entity_pos_rot",
                    "game.ClientboundMoveEntityPacket$PosRot",
                    NEARBY_ENTITIES,
                    14,
                    new PacketShape.RelativeMove()),
            fact(
                    "move_minecart_along_track",
                    "game.ClientboundMoveMinecartPacket",
                    NEARBY_ENTITIES,
                    80,
                    entities("entityId")),
            state(
                    "move_entity_rot",
                    "game.ClientboundMoveEntityPacket$Rot",
                    NEARBY_ENTITIES,
                    8,
                    new PacketShape.RelativeMove()),
            immediate("move_vehicle", "game.ClientboundMoveVehiclePacket", 35),
            immediate("open_book", "game.ClientboundOpenBookPacket", 4),
            immediate("open_screen", "game.ClientboundOpenScreenPacket", 40),
            immediate("open_sign_editor", "game.ClientboundOpenSignEditorPacket", 13, at("pos")),
            immediate("ping", "common.ClientboundPingPacket", 7),
            immediate("pong_response", "ping.ClientboundPongResponsePacket", 11),
            immediate("place_ghost_recipe", "game.ClientboundPlaceGhostRecipePacket", 40),
            immediate("player_abilities", "game.ClientboundPlayerAbilitiesPacket", 12),
            fact("player_chat", "game.ClientboundPlayerChatPacket", CHAT, 500, new PacketShape.SignedLine("sender")),
            immediate("player_combat_end", "game.ClientboundPlayerCombatEndPacket", 5),
            immediate("player_combat_enter", "game.ClientboundPlayerCombatEnterPacket", 3),
            immediate("player_combat_kill", "game.ClientboundPlayerCombatKillPacket", 60),
            fact(
                    "player_info_remove",
                    "game.ClientboundPlayerInfoRemovePacket",
                    NEARBY_ENTITIES,
                    20,
                    new PacketShape.ProfileIds("profileIds")),
            fact(
                    "player_info_update",
                    "game.ClientboundPlayerInfoUpdatePacket",
                    NEARBY_ENTITIES,
                    100,
                    new PacketShape.ProfileEntries("entries", "Entry", "profileId", "actions")),
            // Where it is to look at a place the id is 0, which no entity has.
            immediate("player_look_at", "game.ClientboundPlayerLookAtPacket", 30, entities("entity")),
            immediate(
                    "player_position",
                    "game.ClientboundPlayerPositionPacket",
                    65,
                    new PacketShape.Teleported(new PacketShape.Teleported.To("change", "relatives"))),
            immediate("player_rotation", "game.ClientboundPlayerRotationPacket", 12),
            immediate("recipe_book_add", "game.ClientboundRecipeBookAddPacket", 2000),
            immediate("recipe_book_remove", "game.ClientboundRecipeBookRemovePacket", 40),
            immediate("recipe_book_settings", "game.ClientboundRecipeBookSettingsPacket", 12),
            fact(
                    "remove_entities",
                    "game.ClientboundRemoveEntitiesPacket",
                    NEARBY_ENTITIES,
                    8,
                    new PacketShape.EntityList("entityIds")),
            fact(
                    "remove_mob_effect",
                    "game.ClientboundRemoveMobEffectPacket",
                    NEARBY_ENTITIES,
                    7,
                    entities("entityId")),
            fact("reset_score", "game.ClientboundResetScorePacket", METADATA, 40, SCOREBOARD),
            immediate("resource_pack_pop", "common.ClientboundResourcePackPopPacket", 32),
            immediate("resource_pack_push", "common.ClientboundResourcePackPushPacket", 150),
            world(
                    "respawn",
                    "game.ClientboundRespawnPacket",
                    100,
                    WorldEffect.NEW_WORLD,
                    new PacketShape.Entered("commonPlayerSpawnInfo", "dimension", "dataToKeep")),
            state(
                    "rotate_head",
                    "game.ClientboundRotateHeadPacket",
                    NEARBY_ENTITIES,
                    6,
                    new PacketShape.EntityValue("entityId", "yHeadRot", Component.HEAD)),
            fact(
                    "section_blocks_update",
                    "game.ClientboundSectionBlocksUpdatePacket",
                    VOXEL_EDITS,
                    40,
                    new PacketShape.SectionPosition("sectionPos", "positions")),
            immediate("select_advancements_tab", "game.ClientboundSelectAdvancementsTabPacket", 32),
            immediate("server_data", "game.ClientboundServerDataPacket", 200),
            fact("set_action_bar_text", "game.ClientboundSetActionBarTextPacket", METADATA, 150, INTERFACE),
            immediate("set_border_center", "game.ClientboundSetBorderCenterPacket", 20),
            immediate("set_border_lerp_size", "game.ClientboundSetBorderLerpSizePacket", 20),
            immediate("set_border_size", "game.ClientboundSetBorderSizePacket", 20),
            immediate("set_border_warning_delay", "game.ClientboundSetBorderWarningDelayPacket", 20),
            immediate("set_border_warning_distance", "game.ClientboundSetBorderWarningDistancePacket", 20),
            immediate("set_camera", "game.ClientboundSetCameraPacket", 6, entities("cameraId")),
            immediate(
                    "set_chunk_cache_center",
                    "game.ClientboundSetChunkCacheCenterPacket",
                    8,
                    new PacketShape.ViewCentre("x", "z")),
            immediate(
                    "set_chunk_cache_radius",
                    "game.ClientboundSetChunkCacheRadiusPacket",
                    4,
                    new PacketShape.ViewRadius("radius")),
            immediate("set_cursor_item", "game.ClientboundSetCursorItemPacket", 10),
            immediate("set_default_spawn_position", "game.ClientboundSetDefaultSpawnPositionPacket", 20),
            fact("set_display_objective", "game.ClientboundSetDisplayObjectivePacket", METADATA, 30, SCOREBOARD),
            state(
                    "set_entity_data",
                    "game.ClientboundSetEntityDataPacket",
                    NEARBY_ENTITIES,
                    20,
                    new PacketShape.EntityValues("id", "packedItems", "id", Component.METADATA, false)),
            // Not along the holder: the client keeps its id until it finds it.
            fact("set_entity_link", "game.ClientboundSetEntityLinkPacket", NEARBY_ENTITIES, 11, entities("sourceId")),
            state(
                    "set_entity_motion",
                    "game.ClientboundSetEntityMotionPacket",
                    NEARBY_ENTITIES,
                    12,
                    new PacketShape.EntityState("id", Component.MOTION)),
            fact(
                    "set_equipment",
                    "game.ClientboundSetEquipmentPacket",
                    NEARBY_ENTITIES,
                    20,
                    // The server's item stacks change in place and know no equality.
                    new PacketShape.EntityValues("entity", "slots", "first", Component.EQUIPMENT, false)),
            immediate("set_experience", "game.ClientboundSetExperiencePacket", 12),
            immediate("set_health", "game.ClientboundSetHealthPacket", 13),
            immediate("set_held_slot", "game.ClientboundSetHeldSlotPacket", 4),
            fact("set_objective", "game.ClientboundSetObjectivePacket", METADATA, 60, SCOREBOARD),
            fact(
                    "set_passengers",
                    "game.ClientboundSetPassengersPacket",
                    NEARBY_ENTITIES,
                    8,
                    new PacketShape.Passengers("vehicle", "passengers")),
            immediate("set_player_inventory", "game.ClientboundSetPlayerInventoryPacket", 20),
            fact("set_player_team", "game.ClientboundSetPlayerTeamPacket", METADATA, 100, SCOREBOARD),
            fact("set_score", "game.ClientboundSetScorePacket", METADATA, 50, SCOREBOARD),
            immediate("set_simulation_distance", "game.ClientboundSetSimulationDistancePacket", 4),
            immediate("set_subtitle_text", "game.ClientboundSetSubtitleTextPacket", 60),
            immediate("set_time", "game.ClientboundSetTimePacket", 20),
            immediate("set_title_text", "game.ClientboundSetTitleTextPacket", 60),
            immediate("set_titles_animation", "game.ClientboundSetTitlesAnimationPacket", 15),
            ephemeral(
                    "sound_entity",
                    "game.ClientboundSoundEntityPacket",
                    NEARBY_ENTITIES,
                    30,
                    new PacketShape.EntitySound("id")),
            ephemeral(
                    "sound",
                    "game.ClientboundSoundPacket",
                    METADATA,
                    36,
                    new PacketShape.Stream(Target.StreamTarget.WORLD, OrderingKey.SOUND, false)),
            world("start_configuration", "game.ClientboundStartConfigurationPacket", 3, WorldEffect.LEAVE_PLAY),
            immediate(
                    "stop_sound",
                    "game.ClientboundStopSoundPacket",
                    20,
                    new PacketShape.Stream(Target.StreamTarget.WORLD, OrderingKey.SOUND, true)),
            immediate("store_cookie", "common.ClientboundStoreCookiePacket", 100),
            fact("system_chat", "game.ClientboundSystemChatPacket", CHAT, 120, new PacketShape.SystemLine("overlay")),
            fact("tab_list", "game.ClientboundTabListPacket", METADATA, 200, INTERFACE),
            immediate("tag_query", "game.ClientboundTagQueryPacket", 200),
            fact(
                    "take_item_entity",
                    "game.ClientboundTakeItemEntityPacket",
                    NEARBY_ENTITIES,
                    9,
                    entities("itemId", "playerId")),
            // It sets position and motion, but not the base of later relative moves: no sync replaces it, nor it a
            // sync.
            fact("teleport_entity", "game.ClientboundTeleportEntityPacket", NEARBY_ENTITIES, 66, entities("id")),
            immediate("test_instance_block_status", "game.ClientboundTestInstanceBlockStatus", 60),
            immediate("ticking_state", "game.ClientboundTickingStatePacket", 8),
            immediate("ticking_step", "game.ClientboundTickingStepPacket", 4),
            immediate("transfer", "common.ClientboundTransferPacket", 40),
            immediate("update_advancements", "game.ClientboundUpdateAdvancementsPacket", 5000),
            state(
                    "update_attributes",
                    "game.ClientboundUpdateAttributesPacket",
                    NEARBY_ENTITIES,
                    40,
                    new PacketShape.EntityValues("entityId", "attributes", "attribute", Component.ATTRIBUTES, true)),
            fact(
                    "update_mob_effect",
                    "game.ClientboundUpdateMobEffectPacket",
                    NEARBY_ENTITIES,
                    12,
                    entities("entityId")),
            immediate("update_recipes", "game.ClientboundUpdateRecipesPacket", 3000),
            immediate("update_tags", "common.ClientboundUpdateTagsPacket", 10000),
            fact("projectile_power", "game.ClientboundProjectilePowerPacket", NEARBY_ENTITIES, 13, entities("id")),
            immediate("custom_report_details", "common.ClientboundCustomReportDetailsPacket", 60),
            immediate("server_links", "common.ClientboundServerLinksPacket", 100),
            immediate("waypoint", "game.ClientboundTrackedWaypointPacket", 40),
            immediate("clear_dialog", "common.ClientboundClearDialogPacket", 3),
            immediate("show_dialog", "common.ClientboundShowDialogPacket", 500));

    /** What the server hands over as one object and sends between two delimiters. */
    static final PacketRule BUNDLE =
            fact("bundle", "game.ClientboundBundlePacket", NEARBY_ENTITIES, 150, new PacketShape.Bundle("packets"));

    /** The relative moves: merged ones are built anew. */
    static final List<String> MOVES = List.of("move_entity_pos", "move_entity_pos_rot", "move_entity_rot");

    /** Without these there is nothing to manage. */
    static final List<String> CORE = List.of(
            "level_chunk_with_light", "move_entity_pos", "move_entity_pos_rot", "move_entity_rot", "system_chat");

    private PacketTable() {}
}
