package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** More than the cap is not held, whatever the budget says. */
final class HeldCapTest {

    @Test
    void heldBytes_beyondTheCap_releasesTheOldest() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(SessionFixture.capped(base, 10_000, 1_000));
        small.congest();
        for (int i = 0; i < 20; i++) {
            small.send(TestPacket.chat("line " + i, 1_000));
        }
        // What was held with the line that was too many, not what was left.
        assertEquals(new CapReached(11, 11_000, true), small.session.capReached());
        assertEquals("line 0", small.writtenLabels().getFirst());
        small.session.pass();
        assertTrue(
                small.session.stats().heldBytes() <= 10_000,
                small.session.stats().toString());
    }

    @Test
    void heldBytes_largeOneBeyondTheCap_releasesAsManyAsItTakes() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(SessionFixture.capped(base, 10_000, 1_000));
        small.congest();
        for (int i = 0; i < 5; i++) {
            small.send(TestPacket.chat("line " + i, 1_000));
        }
        small.send(TestPacket.chat("large", 8_500));
        assertEquals(List.of("line 0", "line 1", "line 2", "line 3"), small.writtenLabels());
    }

    @Test
    void heldMessages_beyondTheCap_releasesTheOldestInOrderAndSaysSoOnce() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(SessionFixture.capped(base, base.maxHeldBytes(), 5));
        small.congest();
        for (int i = 0; i < 5; i++) {
            small.send(TestPacket.chat("line " + i, 10));
        }
        assertNull(small.session.capReached());
        for (int i = 5; i < 8; i++) {
            small.send(TestPacket.chat("line " + i, 10 * i));
        }
        assertEquals(List.of("line 0", "line 1", "line 2"), small.writtenLabels());
        assertEquals(new CapReached(6, 100, true), small.session.capReached());
        assertNull(small.session.capReached());
    }

    /** A handler further down may send one packet for each that it sees. */
    @Test
    void heldMessages_eachReleaseBringsForthOne_areReleasedOneAfterTheOther() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(SessionFixture.capped(base, base.maxHeldBytes(), 1_000));
        small.congest();
        int[] writes = {0, 0};
        small.sink.door = packet -> {
            writes[0]++;
            writes[1] = Math.max(writes[1], writes[0]);
            if (packet.toString().startsWith("line")) {
                small.send(TestPacket.chat("behind", 10));
            }
            writes[0]--;
        };

        for (int i = 0; i <= 1_000; i++) {
            small.send(TestPacket.chat("line " + i, 10));
        }

        assertEquals(1, writes[1], "writes within each other");
        small.run(50);
        assertEquals(1_000, small.session.stats().heldMessages());
        assertEquals("line 1000", small.writtenLabels().get(1_000));
    }

    @Test
    void heldMessages_eachReleaseBringsForthOneForEver_endsWithWhatWasHeld() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(SessionFixture.capped(base, base.maxHeldBytes(), 5));
        small.congest();
        for (int i = 0; i < 5; i++) {
            small.send(TestPacket.chat("line " + i, 10));
        }
        small.sink.door = packet -> small.send(TestPacket.chat("behind", 10));

        small.send(TestPacket.chat("line 5", 10));

        assertEquals(List.of("line 0", "line 1", "line 2", "line 3", "line 4", "line 5"), small.writtenLabels());
    }

    @Test
    void reconfigure_capBelowWhatIsHeld_nextPassReleasesTheOldestAndSaysSo() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture small = new SessionFixture(base);
        small.congest();
        for (int i = 0; i < 5; i++) {
            small.send(TestPacket.chat("line " + i, 1_000));
        }
        int flushes = small.sink.flushes;
        small.session.reconfigure(SessionFixture.capped(base, 3_000, 1_000));

        small.session.pass();

        assertEquals(List.of("line 0", "line 1"), small.writtenLabels());
        assertEquals(flushes + 1, small.sink.flushes);
        assertEquals(new CapReached(5, 5_000, true), small.session.capReached());
        small.session.pass();
        assertEquals(List.of("line 0", "line 1"), small.writtenLabels());
        assertNull(small.session.capReached());
    }
}
