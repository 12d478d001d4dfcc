package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.SimulatedLink;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a profile says is done in a session, from its beginning or from midway on. */
final class ProfileTest {

    static final List<NetworkProfile> BUILT_IN = NetworkProfiles.BUILT_IN;

    /** An entity at each of these distances in blocks and others far away, of which not all fit. */
    private static final List<Integer> DISTANCES = List.of(10, 40, 100);

    private static final int OTHERS = 200;

    private final FakeTicker ticker = new FakeTicker();
    private final long start = ticker.nanos();
    private final SimulatedLink link = new SimulatedLink(() -> ticker.nanos() - start, 1_000_000, 40);

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void congested_entitiesNearAndFar_haveAnIntervalForEachBucket(NetworkProfile profile) {
        SessionFixture client = client(2_000, profile);

        crowd(client, 300);

        assertEquals(
                List.of(
                        profile.visibility().nearInterval(),
                        profile.visibility().midInterval(),
                        profile.visibility().farInterval()),
                intervals(client));
        assertTrue(profile.visibility().nearInterval() < profile.visibility().midInterval(), "near and mid are one");
        assertTrue(profile.visibility().midInterval() < profile.visibility().farInterval(), "mid and far are one");
    }

    @Test
    void configureScheduler_midway_intervalsAreThoseOfTheNewProfile() {
        SessionFixture client = client(12_000, NetworkProfiles.CO_OP);
        crowd(client, 60);
        assertEquals(List.of(2, 3, 4), intervals(client));

        client.session.configureScheduler(NetworkProfiles.SANDBOX);
        crowd(client, 5);

        assertEquals(List.of(4, 6, 10), intervals(client));
        assertEquals(ClockPolicy.HYBRID, client.session.scheduler().profile().clock());
    }

    @Test
    void configureScheduler_midway_idleLinkIsMarkedAsOftenAsTheNewOneSays() {
        SessionFixture client = client(125_000, NetworkProfiles.TURN_BASED);
        int slow = marksInSixSeconds(client);

        client.session.configureScheduler(NetworkProfiles.ACTION);
        int fast = marksInSixSeconds(client);

        assertTrue(slow >= 1 && slow <= 3, () -> slow + " marks, one in three seconds");
        assertTrue(fast >= 5 && fast <= 7, () -> fast + " marks, one a second");
    }

    @Test
    void configureScheduler_midway_reliableTypesAreTheNewOnes() {
        SessionFixture client = client(125_000, NetworkProfiles.CO_OP);
        client.session.configureScheduler(NetworkProfiles.ACTION);
        client.run(10);

        client.send(hit());
        link.stalled = true;
        client.run(100);

        assertEquals(1, client.session.getHealth().unconfirmedReliable());
    }

    @Test
    void configureScheduler_midway_neverDroppedTypesAreTheNewOnes() {
        SessionFixture client = client(2_000, NetworkProfiles.SANDBOX);
        client.session.configureScheduler(NetworkProfiles.CO_OP);
        client.run(10);

        client.congest();
        client.send(hit());
        client.drain();

        assertTrue(
                client.writtenLabels().contains("damage_event"), () -> client.writtenLabels() + ": a hit was dropped");
    }

    @Test
    void configureScheduler_midway_burstIsTheNewOne() {
        SessionFixture client = client(100_000, NetworkProfiles.CO_OP);
        client.run(1_000);
        int before = passAtOnce(client);

        client.session.configureScheduler(NetworkProfiles.SANDBOX);
        client.run(2_000);
        int after = passAtOnce(client);

        assertEquals(2 * 5, before, "two ticks of 5 KB");
        assertEquals(3 * 5, after, "three ticks of 5 KB");
    }

    /** What is configured by another thread meanwhile is neither lost nor undone. */
    @Test
    void configureScheduler_afterAnotherConfiguration_keepsTheRestOfIt() {
        SessionFixture client = client(100_000, NetworkProfiles.CO_OP);

        client.session.reconfigure(SessionFixture.rate(40_000));
        client.session.configureScheduler(NetworkProfiles.ACTION);
        client.run(100);

        assertEquals(40_000, client.session.stats().budgetBytesPerSecond());
        assertEquals("action", client.session.scheduler().profile().name());
    }

    private SessionFixture client(long bytesPerSecond, NetworkProfile profile) {
        return new SessionFixture(SessionFixture.rate(bytesPerSecond).withProfile(profile), link, ticker);
    }

    /** For so many ticks every entity moves in each. */
    private static void crowd(SessionFixture client, int ticks) {
        client.session.viewpoint(0, 64, 0);
        if (client.session.explain(0).isEmpty()) {
            for (int i = 0; i < DISTANCES.size() + OTHERS; i++) {
                client.send(TestPacket.spawnAt(i, i < DISTANCES.size() ? DISTANCES.get(i) : 120, 64, 0));
            }
        }
        for (int tick = 0; tick < ticks; tick++) {
            for (int i = 0; i < DISTANCES.size() + OTHERS; i++) {
                client.send(TestPacket.move(i, 0, tick % 2 == 0 ? 1 : -1, 1));
            }
            client.session.scheduler().tickScheduler(client.ticker.nanos());
            client.session.pass();
            client.run(50);
        }
    }

    private static List<Integer> intervals(SessionFixture client) {
        return DISTANCES.stream()
                .map(distance -> client.session
                        .explain(DISTANCES.indexOf(distance))
                        .orElseThrow()
                        .intervalTicks())
                .toList();
    }

    private int marksInSixSeconds(SessionFixture client) {
        int before = link.marks;
        for (int i = 0; i < 600; i++) {
            client.run(10);
            link.deliver(10_000_000, client.session::confirmed);
        }
        return link.marks - before;
    }

    private static int passAtOnce(SessionFixture client) {
        int passed = 0;
        while (client.send(TestPacket.chat("line", 1_000)) instanceof Decision.Pass) {
            passed++;
        }
        return passed;
    }

    private static TestPacket hit() {
        MessageType type =
                new MessageType(60, "damage_event", MessagePriority.NEARBY_ENTITIES, DeliveryKind.EPHEMERAL, 20);
        return new TestPacket(
                type.name(),
                20,
                new Message(type, new Target.EntityTarget(1), List.of(), null, WorldEffect.NONE, 20, null));
    }
}
