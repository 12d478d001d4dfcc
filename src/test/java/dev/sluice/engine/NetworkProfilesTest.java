package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.schedule.VisibilityBuckets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkProfilesTest {

    @ParameterizedTest
    @CsvSource({"20, 1", "60, 1", "10, 2", "7, 3", "5, 4", "2, 10", "1, 20", "0.1, 20"})
    void ticksBetween_rate_isTheNearestOfTheServersTicks(double hertz, int ticks) {
        assertEquals(ticks, NetworkProfile.ticksBetween(hertz));
    }

    /** The ranges of the seed; turn-based has none there. */
    @Test
    void builtIn_rates_areTheSeeds() {
        assertEquals(
                List.of("action", "co-op", "turn-based", "sandbox"),
                NetworkProfiles.BUILT_IN.stream().map(NetworkProfile::name).toList());
        assertEquals(
                List.of(1_000, 1_500, 3_000, 2_000),
                NetworkProfiles.BUILT_IN.stream()
                        .map(NetworkProfile::keepaliveMillis)
                        .toList());
        assertHertz(10, 20, NetworkProfiles.ACTION);
        assertHertz(5, 10, NetworkProfiles.CO_OP);
        assertHertz(2, 5, NetworkProfiles.SANDBOX);
        assertTrue(NetworkProfiles.ACTION.burstTicks() >= 2 && NetworkProfiles.ACTION.burstTicks() <= 3);
    }

    @Test
    void builtIn_reliableTypes_areNeverDropped() {
        for (NetworkProfile profile : NetworkProfiles.BUILT_IN) {
            for (String type : profile.reliableTypes()) {
                assertFalse(profile.mayDrop(type), () -> profile.name() + " drops " + type);
            }
            assertTrue(profile.isReliable("system_chat"), profile::name);
            assertTrue(profile.mayDrop("level_particles"), profile::name);
        }
        assertFalse(NetworkProfiles.ACTION.mayDrop("animate"));
        assertTrue(NetworkProfiles.CO_OP.mayDrop("animate"));
        assertFalse(NetworkProfiles.CO_OP.isReliable("hurt_animation"));
        assertFalse(NetworkProfiles.CO_OP.mayDrop("hurt_animation"));
    }

    @Test
    void entityInterval_byDistance_isTheLongerOfProfileAndBucket() {
        NetworkProfile coOp = NetworkProfiles.CO_OP;
        VisibilityBuckets buckets = coOp.visibility();

        assertEquals(2, coOp.entityIntervalAt(0));
        assertEquals(2, coOp.entityIntervalAt(buckets.nearBlocks() * buckets.nearBlocks()));
        assertEquals(3, coOp.entityIntervalAt(buckets.nearBlocks() * buckets.nearBlocks() + 1));
        assertEquals(3, coOp.entityIntervalAt(buckets.midBlocks() * buckets.midBlocks()));
        assertEquals(4, coOp.entityIntervalAt(buckets.midBlocks() * buckets.midBlocks() + 1));
        assertEquals(1, NetworkProfiles.ACTION.entityIntervalAt(24 * 24));
        assertEquals(2, NetworkProfiles.ACTION.entityIntervalAt(24 * 24 + 1));
        assertEquals(1, NetworkProfiles.ACTION.entityIntervalAt(Double.NaN));
        assertEquals(4, NetworkProfiles.ACTION.entityIntervalAt(Double.POSITIVE_INFINITY));
    }

    @Test
    void visibility_shrinkingOrOutOfRange_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(0, 64, 1, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(Double.NaN, 64, 1, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(64, 32, 1, 2, 4));
        assertThrows(
                IllegalArgumentException.class, () -> new VisibilityBuckets(32, Double.POSITIVE_INFINITY, 1, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(32, 64, 0, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(32, 64, 2, 1, 4));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(32, 64, 1, 4, 2));
        assertThrows(IllegalArgumentException.class, () -> new VisibilityBuckets(32, 64, 1, 2, 21));
    }

    @Test
    void profile_outOfRange_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> profile("", 10, 1, 1_000, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 0, 1, 1_000, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 51, 1, 1_000, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 0, 1_000, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 21, 1_000, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 1, 99, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 1, 10_001, 2));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 1, 1_000, 0.9));
        assertThrows(IllegalArgumentException.class, () -> profile("x", 10, 1, 1_000, Double.NaN));
    }

    @Test
    void quantum_byClock_isTheTickOnlyUnderKernel() {
        long tick = 50_000_000;

        assertEquals(tick, NetworkProfiles.TURN_BASED.quantumNanos(tick));
        assertEquals(10_000_000, NetworkProfiles.CO_OP.quantumNanos(tick));
        assertEquals(10_000_000, NetworkProfiles.SANDBOX.quantumNanos(tick));
    }

    private static void assertHertz(double from, double to, NetworkProfile profile) {
        double hertz = NetworkProfile.SERVER_TICKS_PER_SECOND / profile.entityIntervalTicks();
        assertTrue(hertz >= from && hertz <= to, () -> profile.name() + " updates at " + hertz + " Hz");
    }

    private static NetworkProfile profile(
            String name, int quantumMillis, int interval, int keepaliveMillis, double burst) {
        return new NetworkProfile(
                name,
                ClockPolicy.INDEPENDENT,
                quantumMillis,
                interval,
                keepaliveMillis,
                burst,
                Set.of(),
                Set.of(),
                new VisibilityBuckets(32, 64, 1, 2, 4));
    }
}
