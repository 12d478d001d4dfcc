package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimClientTest {

    private final BoundsRig rig =
            new BoundsRig(BoundsRig.config(125_000, EngineConfig.DEFAULT.shares(), 10 * BoundsRig.SECOND));

    @Test
    void written_mergedState_isAsOldAsTheFirstOfIt() {
        rig.congest();
        long first = rig.clock.nanos();
        for (int i = 0; i < 3; i++) {
            rig.offer(TestPacket.head(1, "head"));
            rig.offer(TestPacket.move(2, 10, 0, 10));
            rig.runFor(50 * BoundsRig.MILLI);
        }
        rig.runFor(BoundsRig.SECOND);
        List<BoundsRig.Release> released = rig.releases.stream()
                .filter(release -> release.cause() == Cause.RELEASED)
                .toList();
        assertEquals(2, released.size(), released::toString);
        for (BoundsRig.Release release : released) {
            assertEquals(first, release.packet().sinceNanos());
            assertFalse(release.packet().isWaiting());
        }
    }

    @Test
    void written_eachWay_hasItsCause() {
        rig.congest();
        rig.offer(BoundsRig.ordered(MessagePriority.CHAT, 100));
        rig.offer(TestPacket.immediate("barrier", TestPacket.exclusive(OrderingKey.CHAT)));
        rig.offer(BoundsRig.ordered(MessagePriority.CHAT, 100));
        rig.runFor(BoundsRig.SECOND);
        assertEquals(
                List.of(Cause.AT_ONCE, Cause.TAKEN_ALONG, Cause.IMMEDIATE, Cause.RELEASED),
                rig.releases.stream().map(BoundsRig.Release::cause).toList());
    }

    @Test
    void written_editBesideAnAction_isAnAnswerThatTakesOthersAlong() {
        rig.congest();
        rig.offer(TestPacket.block(40, 64, 40, "of the chunk"));
        rig.client.session().acted(32, 64, 32);
        rig.offer(TestPacket.block(32, 64, 32, "its own"));
        assertEquals(
                List.of(Cause.AT_ONCE, Cause.TAKEN_ALONG, Cause.ANSWER),
                rig.releases.stream().map(BoundsRig.Release::cause).toList());
    }

    @Test
    void nextPass_nothingHeldThenSomething_comesSooner() {
        long idle = rig.client.nextPassNanos();
        rig.congest();
        rig.offer(BoundsRig.ordered(MessagePriority.CHAT, 100));
        assertTrue(rig.client.nextPassNanos() < idle);
    }
}
