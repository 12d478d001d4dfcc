package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.PacketType;

/** The types of the play phase's own packets. */
public final class GamePacketTypes {
    public static final PacketType<ClientboundBundleDelimiterPacket> CLIENTBOUND_BUNDLE_DELIMITER =
            PacketType.clientbound("bundle_delimiter");
    public static final PacketType<ClientboundAddEntityPacket> CLIENTBOUND_ADD_ENTITY =
            PacketType.clientbound("add_entity");
    public static final PacketType<ClientboundAnimatePacket> CLIENTBOUND_ANIMATE = PacketType.clientbound("animate");
    public static final PacketType<ClientboundAwardStatsPacket> CLIENTBOUND_AWARD_STATS =
            PacketType.clientbound("award_stats");
    public static final PacketType<ClientboundBlockChangedAckPacket> CLIENTBOUND_BLOCK_CHANGED_ACK =
            PacketType.clientbound("block_changed_ack");
    public static final PacketType<ClientboundBlockDestructionPacket> CLIENTBOUND_BLOCK_DESTRUCTION =
            PacketType.clientbound("block_destruction");
    public static final PacketType<ClientboundBlockEntityDataPacket> CLIENTBOUND_BLOCK_ENTITY_DATA =
            PacketType.clientbound("block_entity_data");
    public static final PacketType<ClientboundBlockEventPacket> CLIENTBOUND_BLOCK_EVENT =
            PacketType.clientbound("block_event");
    public static final PacketType<ClientboundBlockUpdatePacket> CLIENTBOUND_BLOCK_UPDATE =
            PacketType.clientbound("block_update");
    public static final PacketType<ClientboundBossEventPacket> CLIENTBOUND_BOSS_EVENT =
            PacketType.clientbound("boss_event");
    public static final PacketType<ClientboundChangeDifficultyPacket> CLIENTBOUND_CHANGE_DIFFICULTY =
            PacketType.clientbound("change_difficulty");
    public static final PacketType<ClientboundChunkBatchFinishedPacket> CLIENTBOUND_CHUNK_BATCH_FINISHED =
            PacketType.clientbound("chunk_batch_finished");
    public static final PacketType<ClientboundChunkBatchStartPacket> CLIENTBOUND_CHUNK_BATCH_START =
            PacketType.clientbound("chunk_batch_start");
    public static final PacketType<ClientboundChunksBiomesPacket> CLIENTBOUND_CHUNKS_BIOMES =
            PacketType.clientbound("chunks_biomes");
    public static final PacketType<ClientboundClearTitlesPacket> CLIENTBOUND_CLEAR_TITLES =
            PacketType.clientbound("clear_titles");
    public static final PacketType<ClientboundCommandSuggestionsPacket> CLIENTBOUND_COMMAND_SUGGESTIONS =
            PacketType.clientbound("command_suggestions");
    public static final PacketType<ClientboundCommandsPacket> CLIENTBOUND_COMMANDS = PacketType.clientbound("commands");
    public static final PacketType<ClientboundContainerClosePacket> CLIENTBOUND_CONTAINER_CLOSE =
            PacketType.clientbound("container_close");
    public static final PacketType<ClientboundContainerSetContentPacket> CLIENTBOUND_CONTAINER_SET_CONTENT =
            PacketType.clientbound("container_set_content");
    public static final PacketType<ClientboundContainerSetDataPacket> CLIENTBOUND_CONTAINER_SET_DATA =
            PacketType.clientbound("container_set_data");
    public static final PacketType<ClientboundContainerSetSlotPacket> CLIENTBOUND_CONTAINER_SET_SLOT =
            PacketType.clientbound("container_set_slot");
    public static final PacketType<ClientboundCooldownPacket> CLIENTBOUND_COOLDOWN = PacketType.clientbound("cooldown");
    public static final PacketType<ClientboundCustomChatCompletionsPacket> CLIENTBOUND_CUSTOM_CHAT_COMPLETIONS =
            PacketType.clientbound("custom_chat_completions");
    public static final PacketType<ClientboundDamageEventPacket> CLIENTBOUND_DAMAGE_EVENT =
            PacketType.clientbound("damage_event");
    public static final PacketType<ClientboundDebugBlockValuePacket> CLIENTBOUND_DEBUG_BLOCK_VALUE =
            PacketType.clientbound("debug_block_value");
    public static final PacketType<ClientboundDebugChunkValuePacket> CLIENTBOUND_DEBUG_CHUNK_VALUE =
            PacketType.clientbound("debug_chunk_value");
    public static final PacketType<ClientboundDebugEntityValuePacket> CLIENTBOUND_DEBUG_ENTITY_VALUE =
            PacketType.clientbound("debug_entity_value");
    public static final PacketType<ClientboundDebugEventPacket> CLIENTBOUND_DEBUG_EVENT =
            PacketType.clientbound("debug_event");
    public static final PacketType<ClientboundDebugSamplePacket> CLIENTBOUND_DEBUG_SAMPLE =
            PacketType.clientbound("debug_sample");
    public static final PacketType<ClientboundDeleteChatPacket> CLIENTBOUND_DELETE_CHAT =
            PacketType.clientbound("delete_chat");
    public static final PacketType<ClientboundDisguisedChatPacket> CLIENTBOUND_DISGUISED_CHAT =
            PacketType.clientbound("disguised_chat");
    public static final PacketType<ClientboundEntityEventPacket> CLIENTBOUND_ENTITY_EVENT =
            PacketType.clientbound("entity_event");
    public static final PacketType<ClientboundEntityPositionSyncPacket> CLIENTBOUND_ENTITY_POSITION_SYNC =
            PacketType.clientbound("entity_position_sync");
    public static final PacketType<ClientboundExplodePacket> CLIENTBOUND_EXPLODE = PacketType.clientbound("explode");
    public static final PacketType<ClientboundForgetLevelChunkPacket> CLIENTBOUND_FORGET_LEVEL_CHUNK =
            PacketType.clientbound("forget_level_chunk");
    public static final PacketType<ClientboundGameEventPacket> CLIENTBOUND_GAME_EVENT =
            PacketType.clientbound("game_event");
    public static final PacketType<ClientboundGameRuleValuesPacket> CLIENTBOUND_GAME_RULE_VALUES =
            PacketType.clientbound("game_rule_values");
    public static final PacketType<ClientboundGameTestHighlightPosPacket> CLIENTBOUND_GAME_TEST_HIGHLIGHT_POS =
            PacketType.clientbound("game_test_highlight_pos");
    public static final PacketType<ClientboundMountScreenOpenPacket> CLIENTBOUND_MOUNT_SCREEN_OPEN =
            PacketType.clientbound("mount_screen_open");
    public static final PacketType<ClientboundHurtAnimationPacket> CLIENTBOUND_HURT_ANIMATION =
            PacketType.clientbound("hurt_animation");
    public static final PacketType<ClientboundInitializeBorderPacket> CLIENTBOUND_INITIALIZE_BORDER =
            PacketType.clientbound("initialize_border");
    public static final PacketType<ClientboundLevelChunkWithLightPacket> CLIENTBOUND_LEVEL_CHUNK_WITH_LIGHT =
            PacketType.clientbound("level_chunk_with_light");
    public static final PacketType<ClientboundLevelEventPacket> CLIENTBOUND_LEVEL_EVENT =
            PacketType.clientbound("level_event");
    public static final PacketType<ClientboundLevelParticlesPacket> CLIENTBOUND_LEVEL_PARTICLES =
            PacketType.clientbound("level_particles");
    public static final PacketType<ClientboundLightUpdatePacket> CLIENTBOUND_LIGHT_UPDATE =
            PacketType.clientbound("light_update");
    public static final PacketType<ClientboundLoginPacket> CLIENTBOUND_LOGIN = PacketType.clientbound("login");
    public static final PacketType<ClientboundLowDiskSpaceWarningPacket> CLIENTBOUND_LOW_DISK_SPACE_WARNING =
            PacketType.clientbound("low_disk_space_warning");
    public static final PacketType<ClientboundMapItemDataPacket> CLIENTBOUND_MAP_ITEM_DATA =
            PacketType.clientbound("map_item_data");
    public static final PacketType<ClientboundMerchantOffersPacket> CLIENTBOUND_MERCHANT_OFFERS =
            PacketType.clientbound("merchant_offers");
    public static final PacketType<ClientboundMoveEntityPacket.Pos> CLIENTBOUND_MOVE_ENTITY_POS =
            PacketType.clientbound("move_entity_pos");
    public static final PacketType<ClientboundMoveEntityPacket.PosRot> CLIENTBOUND_MOVE_ENTITY_POS_ROT =
            PacketType.clientbound("move_entity_pos_rot");
    public static final PacketType<ClientboundMoveMinecartPacket> CLIENTBOUND_MOVE_MINECART =
            PacketType.clientbound("move_minecart");
    public static final PacketType<ClientboundMoveEntityPacket.Rot> CLIENTBOUND_MOVE_ENTITY_ROT =
            PacketType.clientbound("move_entity_rot");
    public static final PacketType<ClientboundMoveVehiclePacket> CLIENTBOUND_MOVE_VEHICLE =
            PacketType.clientbound("move_vehicle");
    public static final PacketType<ClientboundOpenBookPacket> CLIENTBOUND_OPEN_BOOK =
            PacketType.clientbound("open_book");
    public static final PacketType<ClientboundOpenScreenPacket> CLIENTBOUND_OPEN_SCREEN =
            PacketType.clientbound("open_screen");
    public static final PacketType<ClientboundOpenSignEditorPacket> CLIENTBOUND_OPEN_SIGN_EDITOR =
            PacketType.clientbound("open_sign_editor");
    public static final PacketType<ClientboundPlaceGhostRecipePacket> CLIENTBOUND_PLACE_GHOST_RECIPE =
            PacketType.clientbound("place_ghost_recipe");
    public static final PacketType<ClientboundPlayerAbilitiesPacket> CLIENTBOUND_PLAYER_ABILITIES =
            PacketType.clientbound("player_abilities");
    public static final PacketType<ClientboundPlayerChatPacket> CLIENTBOUND_PLAYER_CHAT =
            PacketType.clientbound("player_chat");
    public static final PacketType<ClientboundPlayerCombatEndPacket> CLIENTBOUND_PLAYER_COMBAT_END =
            PacketType.clientbound("player_combat_end");
    public static final PacketType<ClientboundPlayerCombatEnterPacket> CLIENTBOUND_PLAYER_COMBAT_ENTER =
            PacketType.clientbound("player_combat_enter");
    public static final PacketType<ClientboundPlayerCombatKillPacket> CLIENTBOUND_PLAYER_COMBAT_KILL =
            PacketType.clientbound("player_combat_kill");
    public static final PacketType<ClientboundPlayerInfoRemovePacket> CLIENTBOUND_PLAYER_INFO_REMOVE =
            PacketType.clientbound("player_info_remove");
    public static final PacketType<ClientboundPlayerInfoUpdatePacket> CLIENTBOUND_PLAYER_INFO_UPDATE =
            PacketType.clientbound("player_info_update");
    public static final PacketType<ClientboundPlayerLookAtPacket> CLIENTBOUND_PLAYER_LOOK_AT =
            PacketType.clientbound("player_look_at");
    public static final PacketType<ClientboundPlayerPositionPacket> CLIENTBOUND_PLAYER_POSITION =
            PacketType.clientbound("player_position");
    public static final PacketType<ClientboundPlayerRotationPacket> CLIENTBOUND_PLAYER_ROTATION =
            PacketType.clientbound("player_rotation");
    public static final PacketType<ClientboundRecipeBookAddPacket> CLIENTBOUND_RECIPE_BOOK_ADD =
            PacketType.clientbound("recipe_book_add");
    public static final PacketType<ClientboundRecipeBookRemovePacket> CLIENTBOUND_RECIPE_BOOK_REMOVE =
            PacketType.clientbound("recipe_book_remove");
    public static final PacketType<ClientboundRecipeBookSettingsPacket> CLIENTBOUND_RECIPE_BOOK_SETTINGS =
            PacketType.clientbound("recipe_book_settings");
    public static final PacketType<ClientboundRemoveEntitiesPacket> CLIENTBOUND_REMOVE_ENTITIES =
            PacketType.clientbound("remove_entities");
    public static final PacketType<ClientboundRemoveMobEffectPacket> CLIENTBOUND_REMOVE_MOB_EFFECT =
            PacketType.clientbound("remove_mob_effect");
    public static final PacketType<ClientboundResetScorePacket> CLIENTBOUND_RESET_SCORE =
            PacketType.clientbound("reset_score");
    public static final PacketType<ClientboundRespawnPacket> CLIENTBOUND_RESPAWN = PacketType.clientbound("respawn");
    public static final PacketType<ClientboundRotateHeadPacket> CLIENTBOUND_ROTATE_HEAD =
            PacketType.clientbound("rotate_head");
    public static final PacketType<ClientboundSectionBlocksUpdatePacket> CLIENTBOUND_SECTION_BLOCKS_UPDATE =
            PacketType.clientbound("section_blocks_update");
    public static final PacketType<ClientboundSelectAdvancementsTabPacket> CLIENTBOUND_SELECT_ADVANCEMENTS_TAB =
            PacketType.clientbound("select_advancements_tab");
    public static final PacketType<ClientboundServerDataPacket> CLIENTBOUND_SERVER_DATA =
            PacketType.clientbound("server_data");
    public static final PacketType<ClientboundSetActionBarTextPacket> CLIENTBOUND_SET_ACTION_BAR_TEXT =
            PacketType.clientbound("set_action_bar_text");
    public static final PacketType<ClientboundSetBorderCenterPacket> CLIENTBOUND_SET_BORDER_CENTER =
            PacketType.clientbound("set_border_center");
    public static final PacketType<ClientboundSetBorderLerpSizePacket> CLIENTBOUND_SET_BORDER_LERP_SIZE =
            PacketType.clientbound("set_border_lerp_size");
    public static final PacketType<ClientboundSetBorderSizePacket> CLIENTBOUND_SET_BORDER_SIZE =
            PacketType.clientbound("set_border_size");
    public static final PacketType<ClientboundSetBorderWarningDelayPacket> CLIENTBOUND_SET_BORDER_WARNING_DELAY =
            PacketType.clientbound("set_border_warning_delay");
    public static final PacketType<ClientboundSetBorderWarningDistancePacket> CLIENTBOUND_SET_BORDER_WARNING_DISTANCE =
            PacketType.clientbound("set_border_warning_distance");
    public static final PacketType<ClientboundSetCameraPacket> CLIENTBOUND_SET_CAMERA =
            PacketType.clientbound("set_camera");
    public static final PacketType<ClientboundSetChunkCacheCenterPacket> CLIENTBOUND_SET_CHUNK_CACHE_CENTER =
            PacketType.clientbound("set_chunk_cache_center");
    public static final PacketType<ClientboundSetChunkCacheRadiusPacket> CLIENTBOUND_SET_CHUNK_CACHE_RADIUS =
            PacketType.clientbound("set_chunk_cache_radius");
    public static final PacketType<ClientboundSetCursorItemPacket> CLIENTBOUND_SET_CURSOR_ITEM =
            PacketType.clientbound("set_cursor_item");
    public static final PacketType<ClientboundSetDefaultSpawnPositionPacket> CLIENTBOUND_SET_DEFAULT_SPAWN_POSITION =
            PacketType.clientbound("set_default_spawn_position");
    public static final PacketType<ClientboundSetDisplayObjectivePacket> CLIENTBOUND_SET_DISPLAY_OBJECTIVE =
            PacketType.clientbound("set_display_objective");
    public static final PacketType<ClientboundSetEntityDataPacket> CLIENTBOUND_SET_ENTITY_DATA =
            PacketType.clientbound("set_entity_data");
    public static final PacketType<ClientboundSetEntityLinkPacket> CLIENTBOUND_SET_ENTITY_LINK =
            PacketType.clientbound("set_entity_link");
    public static final PacketType<ClientboundSetEntityMotionPacket> CLIENTBOUND_SET_ENTITY_MOTION =
            PacketType.clientbound("set_entity_motion");
    public static final PacketType<ClientboundSetEquipmentPacket> CLIENTBOUND_SET_EQUIPMENT =
            PacketType.clientbound("set_equipment");
    public static final PacketType<ClientboundSetExperiencePacket> CLIENTBOUND_SET_EXPERIENCE =
            PacketType.clientbound("set_experience");
    public static final PacketType<ClientboundSetHealthPacket> CLIENTBOUND_SET_HEALTH =
            PacketType.clientbound("set_health");
    public static final PacketType<ClientboundSetHeldSlotPacket> CLIENTBOUND_SET_HELD_SLOT =
            PacketType.clientbound("set_held_slot");
    public static final PacketType<ClientboundSetObjectivePacket> CLIENTBOUND_SET_OBJECTIVE =
            PacketType.clientbound("set_objective");
    public static final PacketType<ClientboundSetPassengersPacket> CLIENTBOUND_SET_PASSENGERS =
            PacketType.clientbound("set_passengers");
    public static final PacketType<ClientboundSetPlayerInventoryPacket> CLIENTBOUND_SET_PLAYER_INVENTORY =
            PacketType.clientbound("set_player_inventory");
    public static final PacketType<ClientboundSetPlayerTeamPacket> CLIENTBOUND_SET_PLAYER_TEAM =
            PacketType.clientbound("set_player_team");
    public static final PacketType<ClientboundSetScorePacket> CLIENTBOUND_SET_SCORE =
            PacketType.clientbound("set_score");
    public static final PacketType<ClientboundSetSimulationDistancePacket> CLIENTBOUND_SET_SIMULATION_DISTANCE =
            PacketType.clientbound("set_simulation_distance");
    public static final PacketType<ClientboundSetSubtitleTextPacket> CLIENTBOUND_SET_SUBTITLE_TEXT =
            PacketType.clientbound("set_subtitle_text");
    public static final PacketType<ClientboundSetTimePacket> CLIENTBOUND_SET_TIME = PacketType.clientbound("set_time");
    public static final PacketType<ClientboundSetTitleTextPacket> CLIENTBOUND_SET_TITLE_TEXT =
            PacketType.clientbound("set_title_text");
    public static final PacketType<ClientboundSetTitlesAnimationPacket> CLIENTBOUND_SET_TITLES_ANIMATION =
            PacketType.clientbound("set_titles_animation");
    public static final PacketType<ClientboundSoundEntityPacket> CLIENTBOUND_SOUND_ENTITY =
            PacketType.clientbound("sound_entity");
    public static final PacketType<ClientboundSoundPacket> CLIENTBOUND_SOUND = PacketType.clientbound("sound");
    public static final PacketType<ClientboundStartConfigurationPacket> CLIENTBOUND_START_CONFIGURATION =
            PacketType.clientbound("start_configuration");
    public static final PacketType<ClientboundStopSoundPacket> CLIENTBOUND_STOP_SOUND =
            PacketType.clientbound("stop_sound");
    public static final PacketType<ClientboundSystemChatPacket> CLIENTBOUND_SYSTEM_CHAT =
            PacketType.clientbound("system_chat");
    public static final PacketType<ClientboundTabListPacket> CLIENTBOUND_TAB_LIST = PacketType.clientbound("tab_list");
    public static final PacketType<ClientboundTagQueryPacket> CLIENTBOUND_TAG_QUERY =
            PacketType.clientbound("tag_query");
    public static final PacketType<ClientboundTakeItemEntityPacket> CLIENTBOUND_TAKE_ITEM_ENTITY =
            PacketType.clientbound("take_item_entity");
    public static final PacketType<ClientboundTeleportEntityPacket> CLIENTBOUND_TELEPORT_ENTITY =
            PacketType.clientbound("teleport_entity");
    public static final PacketType<ClientboundTestInstanceBlockStatus> CLIENTBOUND_TEST_INSTANCE_BLOCK_STATUS =
            PacketType.clientbound("test_instance_block_status");
    public static final PacketType<ClientboundTickingStatePacket> CLIENTBOUND_TICKING_STATE =
            PacketType.clientbound("ticking_state");
    public static final PacketType<ClientboundTickingStepPacket> CLIENTBOUND_TICKING_STEP =
            PacketType.clientbound("ticking_step");
    public static final PacketType<ClientboundUpdateAdvancementsPacket> CLIENTBOUND_UPDATE_ADVANCEMENTS =
            PacketType.clientbound("update_advancements");
    public static final PacketType<ClientboundUpdateAttributesPacket> CLIENTBOUND_UPDATE_ATTRIBUTES =
            PacketType.clientbound("update_attributes");
    public static final PacketType<ClientboundUpdateMobEffectPacket> CLIENTBOUND_UPDATE_MOB_EFFECT =
            PacketType.clientbound("update_mob_effect");
    public static final PacketType<ClientboundUpdateRecipesPacket> CLIENTBOUND_UPDATE_RECIPES =
            PacketType.clientbound("update_recipes");
    public static final PacketType<ClientboundProjectilePowerPacket> CLIENTBOUND_PROJECTILE_POWER =
            PacketType.clientbound("projectile_power");
    public static final PacketType<ClientboundTrackedWaypointPacket> CLIENTBOUND_TRACKED_WAYPOINT =
            PacketType.clientbound("tracked_waypoint");
    public static final PacketType<ClientboundBundlePacket> CLIENTBOUND_BUNDLE = PacketType.clientbound("bundle");
    public static final PacketType<ServerboundPlayerActionPacket> SERVERBOUND_PLAYER_ACTION =
            PacketType.serverbound("player_action");
    public static final PacketType<ServerboundSignUpdatePacket> SERVERBOUND_SIGN_UPDATE =
            PacketType.serverbound("sign_update");
    public static final PacketType<ServerboundUseItemOnPacket> SERVERBOUND_USE_ITEM_ON =
            PacketType.serverbound("use_item_on");
    public static final PacketType<ServerboundUseItemPacket> SERVERBOUND_USE_ITEM = PacketType.serverbound("use_item");

    private GamePacketTypes() {}
}
