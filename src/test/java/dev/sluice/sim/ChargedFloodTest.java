package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.sim.link.LinkPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However much is charged, and for whatever reason, held classes keep a fifth of the rate. */
final class ChargedFloodTest {

    private static final long RATE = 125_000;
    private static final double A_FIFTH = 0.2;
    private static final int UNIT = 4_000;
    private static final int SECONDS = 30;
    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    /** What is charged; each makes three times the rate of it. */
    enum Flood {
        IMMEDIATES(Cause.IMMEDIATE) {
            @Override
            void offer(BoundsRig rig) {
                for (int i = 0; i < UNIT; i += 4) {
                    rig.offer(TestPacket.immediate("own"));
                }
            }
        },
        BARRIERS_THAT_TAKE_ALONG(Cause.TAKEN_ALONG) {
            @Override
            void offer(BoundsRig rig) {
                rig.offer(BoundsRig.ordered(MessagePriority.CHAT, UNIT));
                rig.offer(TestPacket.immediate("barrier", TestPacket.exclusive(OrderingKey.CHAT)));
            }
        },
        RELEASES_BY_A_CAP(Cause.CAP) {
            @Override
            void offer(BoundsRig rig) {
                rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, UNIT));
            }
        };

        private final Cause cause;

        Flood(Cause cause) {
            this.cause = cause;
        }

        abstract void offer(BoundsRig rig);
    }

    @ParameterizedTest
    @EnumSource(Flood.class)
    void release_floodOfWhatIsCharged_leavesHeldClassesAFifth(Flood flood) {
        boolean capped = flood == Flood.RELEASES_BY_A_CAP;
        BoundsRig rig =
                new BoundsRig(capped ? SessionFixture.capped(CONFIG, 50_000, CONFIG.maxHeldMessages()) : CONFIG);
        rig.congest();
        for (int i = 0; i < 400; i++) {
            rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, UNIT));
        }
        // Until what is saved up is spent, and as much is held as may be.
        flood(rig, flood, 2);
        int before = rig.releases.size();
        flood(rig, flood, SECONDS);
        double held = 0;
        double charged = 0;
        for (BoundsRig.Release release : rig.releases.subList(before, rig.releases.size())) {
            held += release.cause().isBudgeted() ? release.bytes() : 0;
            charged += release.cause() == flood.cause ? release.bytes() : 0;
        }
        double offered = SECONDS * (double) RATE;
        double slack = (CONFIG.bandwidth().burstBytes() + UNIT) / offered;
        assertTrue(charged >= 2 * offered, "the flood was none: " + charged);
        assertTrue(held / offered >= A_FIFTH - slack, "held classes got " + held / offered);
        assertTrue(held / offered <= A_FIFTH + slack, "the flood did not bite: held classes got " + held / offered);
    }

    /** As shipped, with the rate that is found: the flood fills the link, whatever the link's own gate says to what is held. */
    @ParameterizedTest
    @CsvSource({
        "IMMEDIATES,true,false",
        "IMMEDIATES,false,true",
        "IMMEDIATES,true,true",
        "BARRIERS_THAT_TAKE_ALONG,true,false",
        "BARRIERS_THAT_TAKE_ALONG,false,true",
        "RELEASES_BY_A_CAP,true,false",
        "RELEASES_BY_A_CAP,false,true"
    })
    void release_floodOnALinkThatIsFollowed_leavesHeldClassesAFifth(Flood flood, boolean transport, boolean markers) {
        boolean capped = flood == Flood.RELEASES_BY_A_CAP;
        EngineConfig config = capped ? SessionFixture.capped(CONFIG, 50_000, CONFIG.maxHeldMessages()) : CONFIG;
        BoundsRig rig = new BoundsRig(
                config.withControl(RateControlConfig.AUTOMATIC),
                LinkPlan.steady(RATE, 40 * BoundsRig.MILLI, RATE),
                new SimClient.Sights(transport, markers));
        for (int i = 0; i < 4_000; i++) {
            rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, UNIT));
        }
        flood(rig, flood, 5);
        int before = rig.releases.size();
        double found = 0;
        for (int second = 0; second < SECONDS; second++) {
            found += rig.rate.bytesPerSecond();
            flood(rig, flood, 1);
        }
        double held = 0;
        for (BoundsRig.Release release : rig.releases.subList(before, rig.releases.size())) {
            held += release.cause().isBudgeted() ? release.bytes() : 0;
        }
        double part = held / found;
        assertTrue(part >= 0.9 * A_FIFTH, "held classes got " + part);
        assertTrue(part <= 1.2 * A_FIFTH, "the flood did not bite: held classes got " + part);
    }

    private static void flood(BoundsRig rig, Flood flood, int seconds) {
        for (int i = 0; i < seconds * 3L * RATE / UNIT; i++) {
            flood.offer(rig);
            rig.runFor(UNIT * BoundsRig.SECOND / (3 * RATE));
        }
    }
}
