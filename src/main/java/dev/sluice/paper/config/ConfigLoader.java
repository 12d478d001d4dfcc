package dev.sluice.paper.config;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.NetworkProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Turns config.yml into the engine's configuration. Never fails: what is invalid is replaced by its default and
 * reported, everything at once. Stateless; any thread.
 */
public final class ConfigLoader {

    private static final EngineConfig DEFAULT = EngineConfig.DEFAULT;
    /** Stands for a budget that follows the link. */
    private static final long AUTO = -1;

    private static final int MINECRAFT_TICK_RATE = 20;
    private static final long MIN_BUDGET = 1_000;
    private static final long MAX_BUDGET = 10_000_000_000L;

    /** Reads the text of a config.yml. */
    public LoadedConfig load(String yaml) {
        List<ConfigProblem> problems = new ArrayList<>();
        Section root = new Section("", YamlMapping.parse(yaml, problems), problems);
        long budget = root.rateOr("budget", "auto", AUTO, MIN_BUDGET, MAX_BUDGET);
        Section auto = root.section("auto");
        long start = auto.rate("start", DEFAULT.bandwidth().maxBytesPerSecond(), MIN_BUDGET, MAX_BUDGET);
        RateControlConfig control = control(auto);
        long serverLimit = root.rateOr("server-limit", "none", ServerLimit.NONE, MIN_BUDGET, MAX_BUDGET);
        ProfileRules profiles = ProfileSection.read(root);
        NetworkProfile standard = profiles.standard();
        Map<MessagePriority, Double> shares = new EnumMap<>(MessagePriority.class);
        Set<MessagePriority> managed = EnumSet.of(MessagePriority.PLAYER_STATE);
        classes(root, shares, managed);
        long maxDeferralMillis = maxDeferralMillis(root.section("deferral"));
        AdaptiveConfig adaptive = adaptive(root.section("adaptive"));
        Section memory = root.section("memory");
        long maxHeldBytes =
                1_024L * memory.integer("max-held-kib", (int) (DEFAULT.maxHeldBytes() / 1_024), 64, 1_048_576);
        int maxHeldMessages = memory.integer("max-held-packets", DEFAULT.maxHeldMessages(), 64, 10_000_000);
        int maxHeapPercent = memory.integer("max-heap-percent", Settings.DEFAULT.maxHeapPercent(), 1, 90);
        memory.reportUnknown();
        root.reportUnknown();
        RateControlConfig way = budget == AUTO ? control : RateControlConfig.FIXED;
        EngineConfig engine = new EngineConfig(
                new BandwidthConfig(budget == AUTO ? start : budget, MINECRAFT_TICK_RATE, standard.burstTicks()),
                shares,
                managed,
                maxDeferralMillis * 1_000_000,
                adaptive,
                maxHeldBytes,
                maxHeldMessages,
                standard,
                way);
        return new LoadedConfig(new Settings(engine.withControl(way), profiles, serverLimit, maxHeapPercent), problems);
    }

    private static void classes(Section root, Map<MessagePriority, Double> shares, Set<MessagePriority> managed) {
        Section classes = root.section("classes");
        double sum = 0;
        for (MessagePriority priority : MessagePriority.values()) {
            if (priority == MessagePriority.PLAYER_STATE) {
                continue;
            }
            Section section = classes.section(keyOf(priority));
            if (section.bool("managed", true)) {
                managed.add(priority);
            }
            double share = section.decimal("share", DEFAULT.shares().getOrDefault(priority, 0.0), 0, 1);
            section.reportUnknown();
            shares.put(priority, share);
            sum += share;
        }
        classes.refuse(keyOf(MessagePriority.PLAYER_STATE), "The player's own state is never held. Remove it.");
        classes.reportUnknown();
        if (sum > 1 + 1e-9) {
            double scale = 1 / sum;
            shares.replaceAll((priority, share) -> share * scale);
            root.report(
                    "classes",
                    String.format(Locale.ROOT, "shares that add up to %.2f", sum),
                    String.format(Locale.ROOT, "each multiplied by %.2f", scale),
                    "Lower the shares until they add up to at most 1.");
        }
    }

    private static RateControlConfig control(Section auto) {
        RateControlConfig standard = RateControlConfig.AUTOMATIC;
        long floor = auto.rate("floor", standard.floorBytesPerSecond(), MIN_BUDGET, MAX_BUDGET);
        long ceiling = auto.rate("ceiling", standard.ceilingBytesPerSecond(), MIN_BUDGET, MAX_BUDGET);
        long target = 1_000_000L
                * auto.integer("target-delay-millis", (int) (standard.targetDelayNanos() / 1_000_000), 5, 1_000);
        if (ceiling < floor) {
            auto.report(
                    "ceiling",
                    ByteRate.format(ceiling),
                    ByteRate.format(floor),
                    "Raise it above the floor, or lower the floor.");
        }
        auto.reportUnknown();
        return new RateControlConfig(true, floor, Math.max(floor, ceiling), target);
    }

    private static long maxDeferralMillis(Section deferral) {
        int millis =
                deferral.integer("max-deferral-millis", (int) (DEFAULT.maxDeferralNanos() / 1_000_000), 50, 10_000);
        deferral.reportUnknown();
        return millis;
    }

    private static AdaptiveConfig adaptive(Section section) {
        AdaptiveConfig adaptive = new AdaptiveConfig(
                section.bool("enabled", DEFAULT.adaptive().enabled()),
                section.decimal("rtt-threshold-millis", DEFAULT.adaptive().rttThresholdMillis(), 1, 10_000),
                section.integer("max-interval-ticks", DEFAULT.adaptive().maxInterval(), 1, 4),
                rtt(section));
        section.reportUnknown();
        return adaptive;
    }

    private static AdaptiveConfig.Rtt rtt(Section section) {
        String standard = DEFAULT.adaptive().rtt().name().toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        for (AdaptiveConfig.Rtt rtt : AdaptiveConfig.Rtt.values()) {
            words.add(rtt.name().toLowerCase(Locale.ROOT));
        }
        return AdaptiveConfig.Rtt.valueOf(section.choice("rtt", standard, words).toUpperCase(Locale.ROOT));
    }

    /** The class's name as config.yml has it, such as {@code nearby-entities}. */
    static String keyOf(MessagePriority priority) {
        return priority.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
