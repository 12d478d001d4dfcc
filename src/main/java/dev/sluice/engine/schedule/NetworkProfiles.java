package dev.sluice.engine.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Seed 001's four profiles. Where the seed gives a range for {@code snapshotHz}, its upper end counts, since the interval
 * is only kept while the link is congested; {@code keepaliveMs} is taken as it stands.
 *
 * <p>The seed's event types are packets here: a spawn is {@code add_entity}, a join {@code player_info_update}, an attack
 * what the victim shows of it, a revive the {@code entity_event} of a totem, an edit a block update. Chat is reliable in
 * all of them.
 */
public final class NetworkProfiles {

    /** Fights: every tick as long as it goes, hits are never dropped. */
    public static final NetworkProfile ACTION = new NetworkProfile(
            "action",
            ClockPolicy.INDEPENDENT,
            10,
            NetworkProfile.ticksBetween(20),
            1_000,
            2,
            withChat("add_entity", "player_info_update", "damage_event", "hurt_animation"),
            Set.of("damage_event", "hurt_animation", "animate"),
            new VisibilityBuckets(24, 64, 1, 2, 4));

    /** Survival and co-operative play: the default. */
    public static final NetworkProfile CO_OP = new NetworkProfile(
            "co-op",
            ClockPolicy.INDEPENDENT,
            10,
            NetworkProfile.ticksBetween(10),
            1_500,
            2,
            withChat("add_entity", "player_info_update", "entity_event"),
            Set.of("damage_event", "hurt_animation"),
            new VisibilityBuckets(32, 64, 2, 3, 4));

    /**
     * Board games, quizzes, lobbies. The seed sends a snapshot per turn; no packet says that a turn has ended, so the
     * facts carry the turn and positions are updated twice a second, with room for the burst that a turn brings.
     */
    public static final NetworkProfile TURN_BASED = new NetworkProfile(
            "turn-based",
            ClockPolicy.KERNEL,
            10,
            NetworkProfile.ticksBetween(2),
            3_000,
            4,
            withChat("player_info_update", "boss_event", "set_score", "set_objective", "block_update"),
            Set.of(),
            new VisibilityBuckets(16, 48, 10, 14, 20));

    /** Builders: edits come first, movement later. */
    public static final NetworkProfile SANDBOX = new NetworkProfile(
            "sandbox",
            ClockPolicy.HYBRID,
            10,
            NetworkProfile.ticksBetween(5),
            2_000,
            3,
            withChat(
                    "player_info_update",
                    "block_update",
                    "section_blocks_update",
                    "block_entity_data",
                    "block_changed_ack"),
            Set.of(),
            new VisibilityBuckets(24, 64, 4, 6, 10));

    /** All four, the fastest first. This is the order in which permissions choose. */
    public static final List<NetworkProfile> BUILT_IN = List.of(ACTION, CO_OP, TURN_BASED, SANDBOX);

    private NetworkProfiles() {}

    private static Set<String> withChat(String... types) {
        Set<String> all = new HashSet<>(Set.of("player_chat", "system_chat", "disguised_chat"));
        all.addAll(List.of(types));
        return Set.copyOf(all);
    }
}
