package dev.sluice.paper.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.schedule.VisibilityBuckets;
import dev.sluice.protocollib.PacketNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigLoaderTest {

    private final ConfigLoader loader = new ConfigLoader();

    @Test
    void load_shippedFile_isTheDefaultsWithoutProblems() throws IOException {
        LoadedConfig loaded = loader.load(shipped());

        assertEquals(List.of(), loaded.problems());
        assertEquals(withAllShares(Settings.DEFAULT.engine()), withAllShares(loaded.engine()));
        assertEquals(ProfileRules.DEFAULT, loaded.settings().profiles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "---\n"})
    void load_emptyFile_isTheDefaultsWithoutProblems(String yaml) {
        LoadedConfig loaded = loader.load(yaml);

        assertEquals(List.of(), loaded.problems());
        assertEquals(withAllShares(Settings.DEFAULT.engine()), withAllShares(loaded.engine()));
    }

    @Test
    void load_everyValueSet_isUsed() {
        LoadedConfig loaded = loader.load("""
                budget: 64KB/s
                max-burst-ticks: 1.5
                profile: lan
                profiles:
                  lan: {clock: tick, quantum-millis: 20}
                classes:
                  nearby-entities: {managed: true, share: 0.5}
                  voxel-edits: {share: 0.1}
                  chunk-data: {managed: true, share: 0.2}
                  chat: {managed: false, share: 0}
                  metadata: {share: 0.2}
                deferral: {max-deferral-millis: 250}
                adaptive: {enabled: false, rtt-threshold-millis: 80, max-interval-ticks: 2}
                memory: {max-held-kib: 1024, max-held-packets: 4096, max-heap-percent: 90}
                """);

        EngineConfig engine = loaded.engine();
        assertEquals(List.of(), loaded.problems());
        assertEquals(64_000, engine.bandwidth().maxBytesPerSecond());
        assertEquals(20, engine.bandwidth().tickRate());
        assertEquals(1.5, engine.bandwidth().maxBurstTicks());
        assertEquals("lan", engine.profile().name());
        assertEquals(ClockPolicy.KERNEL, engine.profile().clock());
        assertEquals(20, engine.profile().quantumMillis());
        assertEquals(0.5, engine.shares().get(MessagePriority.NEARBY_ENTITIES));
        assertFalse(engine.managed().contains(MessagePriority.CHAT));
        assertTrue(engine.managed().contains(MessagePriority.PLAYER_STATE));
        assertEquals(250_000_000, engine.maxDeferralNanos());
        assertFalse(engine.adaptive().enabled());
        assertEquals(80, engine.adaptive().rttThresholdMillis());
        assertEquals(2, engine.adaptive().maxInterval());
        assertEquals(1_048_576, engine.maxHeldBytes());
        assertEquals(4_096, engine.maxHeldMessages());
        assertEquals(900, loaded.settings().maxHeapBytes(1_000));
        assertEquals(1, loaded.settings().maxHeapBytes(99));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: 64Kb/s | budget | 64Kb/s | auto",
                "budget: 125000 | budget | 125000 | auto",
                "budget: 1B/s | budget | 1B/s | auto",
                "budget: [1, 2] | budget | [1, 2] | auto",
                "max-burst-ticks: 0 | max-burst-ticks | 0 | 2",
                "max-burst-ticks: .nan | max-burst-ticks | NaN | 2",
                "profile: coop | profile | coop | co-op",
                "profiles: {co-op: {clock: fast}} | profiles.co-op.clock | fast | independent",
                "profiles: {co-op: {entity-interval-ticks: 0}} | profiles.co-op.entity-interval-ticks | 0 | 2",
                "profiles: {co-op: {keepalive-millis: 99}} | profiles.co-op.keepalive-millis | 99 | 1500",
                "profiles: {co-op: {max-burst-ticks: 41}} | profiles.co-op.max-burst-ticks | 41 | 2",
                "profiles: {co-op: {reliable: add_entity}} | profiles.co-op.reliable | add_entity | the default",
                "profiles: {co-op: {visibility: far}} | profiles.co-op.visibility | far | the defaults",
                "profiles: {co-op: {visibility: {mid-blocks: 0}}} | profiles.co-op.visibility.mid-blocks | 0 | 64",
                "profiles: {co-op: {visibility: {near: 9}}} | profiles.co-op.visibility.near | an unknown key | nothing",
                "profiles: {auto: {clock: hybrid}} | profiles.auto | {clock=hybrid} | nothing",
                "worlds: {world_nether: acton} | worlds.world_nether | acton | co-op",
                "worlds: action | worlds | action | the defaults",
                "profiles: {co-op: {quantum-millis: 51}} | profiles.co-op.quantum-millis | 51 | 10",
                "classes: {chat: {managed: maybe}} | classes.chat.managed | maybe | true",
                "classes: {chat: {share: -0.1}} | classes.chat.share | -0.1 | 0.06",
                "classes: {chat: on} | classes.chat | on | the defaults",
                "classes: {player-state: {share: 1}} | classes.player-state | {share=1} | nothing",
                "deferral: {max-deferral-millis: soon} | deferral.max-deferral-millis | soon | 500",
                "deferral: 500 | deferral | 500 | the defaults",
                "adaptive: {enabled: 1} | adaptive.enabled | 1 | true",
                "adaptive: {rtt-threshold-millis: 0} | adaptive.rtt-threshold-millis | 0 | 150",
                "adaptive: {max-interval-ticks: 5} | adaptive.max-interval-ticks | 5 | 4",
                "memory: {max-held-kib: 99999999999} | memory.max-held-kib | 99999999999 | 16384",
                "memory: {max-held-packets: 1.5} | memory.max-held-packets | 1.5 | 65536",
                "memory: {max-heap-percent: 0} | memory.max-heap-percent | 0 | 25",
                "memory: {max-heap-percent: 91} | memory.max-heap-percent | 91 | 25",
            })
    void load_oneInvalidValue_isReportedAndReplaced(String yaml, String path, String found, String used) {
        LoadedConfig loaded = loader.load(yaml);

        assertEquals(1, loaded.problems().size(), loaded.problems()::toString);
        ConfigProblem problem = loaded.problems().getFirst();
        assertEquals(path, problem.path());
        assertEquals(found, problem.found());
        assertEquals(used, problem.used());
        assertFalse(problem.hint().isBlank());
        assertEquals(withAllShares(Settings.DEFAULT.engine()), withAllShares(loaded.engine()));
    }

    @Test
    void load_profileOfOnesOwn_takesTheRestFromCoOp() {
        LoadedConfig loaded = loader.load("""
                profiles:
                  sandbox: {clock: tick}
                  pvp:
                    clock: hybrid
                    entity-interval-ticks: 3
                    keepalive-millis: 700
                    max-burst-ticks: 5
                    reliable: [add_entity]
                    never-dropped: []
                    visibility: {near-blocks: 10, mid-blocks: 20, far-interval-ticks: 9}
                worlds: {arena: pvp, 1: sandbox}
                """);

        NetworkProfile coOp = NetworkProfiles.CO_OP;
        ProfileRules rules = loaded.settings().profiles();
        assertEquals(List.of(), loaded.problems());
        assertEquals(List.of("sandbox", "pvp", "action", "co-op", "turn-based"), rules.names());
        assertEquals(
                new NetworkProfile(
                        "pvp",
                        ClockPolicy.HYBRID,
                        coOp.quantumMillis(),
                        3,
                        700,
                        5,
                        Set.of("add_entity"),
                        Set.of(),
                        new VisibilityBuckets(10, 20, 2, 3, 9)),
                rules.byWorld().get("arena"));
        assertEquals(ClockPolicy.KERNEL, rules.find("sandbox").orElseThrow().clock());
        assertEquals(rules.find("sandbox").orElseThrow(), rules.byWorld().get("1"));
        assertEquals(coOp, rules.standard());
    }

    /** Of the permissions that a player has, the one for the first counts. */
    @Test
    void load_profileOfOnesOwnWrittenFirst_isTheFirst() {
        LoadedConfig loaded = loader.load("""
                profiles:
                  vip: {clock: hybrid}
                  action: {}
                  auto: {}
                  co-op: {}
                  turn-based: {}
                  sandbox: {}
                """);

        assertEquals(
                List.of("vip", "action", "co-op", "turn-based", "sandbox"),
                loaded.settings().profiles().names());
    }

    @Test
    void load_burstForAll_yieldsToTheProfilesOwn() {
        ProfileRules rules = loader.load("{max-burst-ticks: 7, profiles: {action: {max-burst-ticks: 3}}}")
                .settings()
                .profiles();

        assertEquals(3, rules.find("action").orElseThrow().burstTicks());
        assertEquals(7, rules.find("co-op").orElseThrow().burstTicks());
        assertEquals(7, rules.find("turn-based").orElseThrow().burstTicks());
    }

    @Test
    void load_unknownPacketName_isLeftOutAndTheNearestNamed() {
        LoadedConfig loaded = loader.load("profiles: {action: {never-dropped: [anmate, hurt_animation, 3]}}");

        assertEquals(2, loaded.problems().size(), loaded.problems()::toString);
        assertTrue(loaded.problems().getFirst().hint().endsWith("Did you mean animate?"), loaded.problems()::toString);
        assertEquals(
                Set.of("hurt_animation"),
                loaded.settings().profiles().find("action").orElseThrow().neverDroppedTypes());
    }

    @Test
    void load_visibilityThatShrinks_isReportedAsAWhole() {
        LoadedConfig loaded =
                loader.load("profiles: {action: {visibility: {near-blocks: 100, far-interval-ticks: 20}}}");

        assertEquals("profiles.action.visibility", loaded.problems().getFirst().path());
        assertEquals(
                NetworkProfiles.ACTION,
                loaded.settings().profiles().find("action").orElseThrow());
    }

    @Test
    void builtInProfiles_packetNames_areInThePacketTable() {
        for (NetworkProfile profile : NetworkProfiles.BUILT_IN) {
            assertTrue(PacketNames.ALL.containsAll(profile.reliableTypes()), profile::toString);
            assertTrue(PacketNames.ALL.containsAll(profile.neverDroppedTypes()), profile::toString);
        }
    }

    @Test
    void load_manyInvalidValues_areAllReportedAtOnce() {
        LoadedConfig loaded = loader.load("""
                budget: lots
                max-burst-ticks: 99
                budgett: 1Mbit/s
                classes: {chunkdata: {share: 0.5}, chat: {shares: 0.2}}
                adaptive: {enabled: perhaps}
                """);

        assertEquals(
                List.of(
                        "budget",
                        "max-burst-ticks",
                        "classes.chat.shares",
                        "classes.chunkdata",
                        "adaptive.enabled",
                        "budgett"),
                loaded.problems().stream().map(ConfigProblem::path).toList());
    }

    @Test
    void load_unknownKey_namesTheNearest() {
        ConfigProblem problem = loader.load("budgett: 1Mbit/s").problems().getFirst();

        assertTrue(problem.hint().endsWith("Did you mean budget?"), problem.hint());
    }

    @Test
    void load_sharesAboveOne_areScaledDown() {
        LoadedConfig loaded = loader.load("classes: {chunk-data: {share: 1.0}}");

        assertEquals("classes", loaded.problems().getFirst().path());
        assertEquals("shares that add up to 1.37", loaded.problems().getFirst().found());
        assertEquals(
                1.0,
                loaded.engine().shares().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'budget: 1Mbit/s\nclasses:\n\tchat: {}' | config.yml line 3",
                "'budget: [1' | config.yml line 1",
                "'budget: 1Mbit/s\nbudget: 2Mbit/s' | config.yml line 2",
                "'- a\n- b' | config.yml",
                "'just words' | config.yml",
                "'a: *nowhere' | config.yml line 1"
            })
    void load_brokenYaml_isOneProblemWithItsLine(String yaml, String where) {
        LoadedConfig loaded = loader.load(yaml);

        assertEquals(1, loaded.problems().size(), loaded.problems()::toString);
        assertTrue(
                loaded.problems().getFirst().path().startsWith(where),
                () -> loaded.problems().getFirst().toString());
        assertEquals(withAllShares(Settings.DEFAULT.engine()), withAllShares(loaded.engine()));
    }

    @Test
    void load_shippedFileWithRandomDamage_neverFails() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String shipped = shipped();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(shipped);
            for (int hits = 1 + random.nextInt(5); hits > 0; hits--) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(0x180));
            }
            int round = i;
            assertNotNull(loader.load(damaged.toString()), () -> "seed " + seed + ", round " + round);
        }
    }

    /** A class without a share and one with a share of 0 are the same. */
    private static EngineConfig withAllShares(EngineConfig config) {
        Map<MessagePriority, Double> shares = new EnumMap<>(MessagePriority.class);
        for (MessagePriority priority : MessagePriority.values()) {
            shares.put(priority, config.shares().getOrDefault(priority, 0.0));
        }
        return new EngineConfig(
                config.bandwidth(),
                shares,
                config.managed(),
                config.maxDeferralNanos(),
                config.adaptive(),
                config.maxHeldBytes(),
                config.maxHeldMessages(),
                config.profile(),
                config.control());
    }

    @Test
    void serverLimit_rateOrNone_isRead() {
        assertEquals(
                2_500_000,
                new ConfigLoader().load("server-limit: 20Mbit/s").settings().serverLimitBytesPerSecond());
        assertEquals(
                ServerLimit.NONE,
                new ConfigLoader().load("server-limit: none").settings().serverLimitBytesPerSecond());
        assertEquals(ServerLimit.NONE, new ConfigLoader().load("").settings().serverLimitBytesPerSecond());
    }

    @Test
    void serverLimit_nonsense_isReportedAndNone() {
        LoadedConfig loaded = new ConfigLoader().load("server-limit: much");
        assertEquals(ServerLimit.NONE, loaded.settings().serverLimitBytesPerSecond());
        assertEquals(1, loaded.problems().size());
        assertTrue(
                loaded.problems().getFirst().toString().contains("or none"),
                loaded.problems().toString());
    }

    private static String shipped() throws IOException {
        try (InputStream in = ConfigLoaderTest.class.getResourceAsStream("/config.yml")) {
            assertNotNull(in, "config.yml is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
