package dev.sluice.oracle;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** The engine's configuration of a step. */
final class ModelConfig {

    /** What every scenario starts with: 1 Mbit/s. */
    static final Step.Configure FIRST = new Step.Configure(125_000, 2, 0, 0, 500, 4, 16 << 20, 65_536, 5);

    /** Lets everything go. */
    static final Step.Configure FAST = new Step.Configure(20_000_000, 2, 0, 0, 500, 1, 16 << 20, 65_536, 5);

    private static final List<Map<MessagePriority, Double>> SHARES = List.of(
            EngineConfig.DEFAULT.shares(),
            Map.of(),
            Map.of(MessagePriority.CHUNK_DATA, 0.9, MessagePriority.CHAT, 0.05),
            Map.of(
                    MessagePriority.PLAYER_STATE, 0.1,
                    MessagePriority.NEARBY_ENTITIES, 0.1,
                    MessagePriority.VOXEL_EDITS, 0.1,
                    MessagePriority.CHUNK_DATA, 0.1,
                    MessagePriority.CHAT, 0.1,
                    MessagePriority.METADATA, 0.5));

    private static final int PROFILES = 36;
    private static final int RATES = 7;

    private static final int CLOCKED_PROFILES = 12;

    /** Rates that are a multiple of this are where an automatic budget starts. */
    private static final int AUTOMATIC_ONE_IN = 3;

    /** Types that are reliable and never dropped instead of the built-in ones; empty for these. */
    private static final List<Set<String>> RELIABLE = List.of(
            Set.of(), Set.of("sound", "add_entity", "player_chat", "forget_level_chunk"), Set.of("system_chat"));

    private static final List<Set<String>> NEVER_DROPPED =
            List.of(Set.of(), Set.of("animate"), Set.of("level_particles", "damage_event"));

    private ModelConfig() {}

    /** Any configuration, mostly of a slow link. */
    static Step.Configure any(SplittableRandom random) {
        int rate = 4_000 << random.nextInt(RATES);
        return new Step.Configure(
                rate + random.nextInt(rate),
                1 + random.nextInt(3),
                random.nextInt(4) == 0 ? random.nextInt(64) : 0,
                random.nextInt(2) == 0 ? 0 : random.nextInt(SHARES.size()),
                random.nextInt(3) == 0 ? 20 + random.nextInt(200) : 500,
                random.nextInt(2) == 0 ? 1 : 4,
                random.nextInt(8) == 0 ? 500 + random.nextInt(20_000) : 16 << 20,
                random.nextInt(8) == 0 ? 1 + random.nextInt(60) : 65_536,
                random.nextInt(2) == 0 ? 5 : random.nextInt(PROFILES));
    }

    /** The profile of a step. */
    static NetworkProfile profile(int number) {
        int clocked = number % CLOCKED_PROFILES;
        int types = number / CLOCKED_PROFILES;
        NetworkProfile builtIn = NetworkProfiles.BUILT_IN.get(clocked % NetworkProfiles.BUILT_IN.size());
        return new NetworkProfile(
                "model",
                ClockPolicy.values()[clocked / NetworkProfiles.BUILT_IN.size()],
                builtIn.quantumMillis(),
                builtIn.entityIntervalTicks(),
                builtIn.keepaliveMillis(),
                builtIn.burstTicks(),
                types == 0 ? builtIn.reliableTypes() : RELIABLE.get(types),
                types == 0 ? builtIn.neverDroppedTypes() : NEVER_DROPPED.get(types),
                builtIn.visibility());
    }

    static EngineConfig of(Step.Configure step) {
        Set<MessagePriority> managed = EnumSet.noneOf(MessagePriority.class);
        for (MessagePriority priority : MessagePriority.values()) {
            if ((step.unmanaged() >> priority.ordinal() & 1) == 0) {
                managed.add(priority);
            }
        }
        return new EngineConfig(
                new BandwidthConfig(step.bytesPerSecond(), 20, step.burstTicks()),
                SHARES.get(step.shares()),
                managed,
                step.deferralMillis() * 1_000_000L,
                new AdaptiveConfig(true, 150, step.maxInterval(), AdaptiveConfig.Rtt.TOTAL),
                step.maxHeldBytes(),
                step.maxHeldMessages(),
                profile(step.profile()),
                step.bytesPerSecond() % AUTOMATIC_ONE_IN == 0 ? RateControlConfig.AUTOMATIC : RateControlConfig.FIXED);
    }
}
