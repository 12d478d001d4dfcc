package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client with a budget of 128 KB/s, beside a limit that is told. */
final class SendRateTest {

    private static final long RATE = 128_000;
    private static final long MILLI = 1_000_000L;
    private static final BandwidthConfig BANDWIDTH = new BandwidthConfig(RATE, 20, 2);

    /** Allows what it is told to, and notes what was asked for. */
    private static final class ToldCap implements RateCap {

        final List<Long> demands = new ArrayList<>();
        long allowed = Long.MAX_VALUE;

        @Override
        public long allowed(long demandBytesPerSecond, long nowNanos) {
            demands.add(demandBytesPerSecond);
            return allowed;
        }

        @Override
        public void leave() {
            throw new AssertionError("expected the session to leave it");
        }
    }

    /** Tells the same all the time. */
    private record Told(LinkReading read) implements LinkProbe {

        @Override
        public String name() {
            return "told";
        }
    }

    private final ToldCap cap = new ToldCap();
    private final TokenBucket bucket = new TokenBucket(BANDWIDTH, 0);
    private final ClientBandwidthTracker tracker = new ClientBandwidthTracker(new UUID(0, 1), BANDWIDTH);
    private final RateControl control = control(RateControlConfig.FIXED, LinkProbe.NONE);
    private final SendRate tested = new SendRate(BANDWIDTH, control, bucket, tracker, cap);
    private long now;

    private static RateControl control(RateControlConfig config, LinkProbe transport) {
        return control(config, transport, LinkProbe.NONE);
    }

    private static RateControl control(RateControlConfig config, LinkProbe transport, LinkProbe ping) {
        DeliveryTracker delivery =
                new DeliveryTracker(MarkerPort.NONE, new MarkerIds(new SplittableRandom(1)), 1_000, 0);
        return new RateControl(config, RATE, transport, delivery, ping, 0);
    }

    /** What the control wants from now on. */
    private void want(long bytesPerSecond) {
        control.reconfigure(RateControlConfig.FIXED, bytesPerSecond);
        now += 10 * MILLI;
        tested.look(now, false);
        tested.pace(now);
    }

    private void allow(long bytesPerSecond) {
        cap.allowed = bytesPerSecond;
        now += 50 * MILLI;
        tested.followCap(now, false);
    }

    private void assertRate(long expected, String when) {
        assertEquals(expected, tested.bytesPerSecond(), when);
        bucket.refill(now);
        double missing = 1_000 - bucket.credit();
        double untilEarned = bucket.nanosUntilEarned(1_000);
        if (missing > 0) {
            assertEquals(missing * 1e9 / expected, untilEarned, 1_000, "the bucket " + when);
        }
    }

    @Test
    void pace_wantedRateChanges_isFollowedInStepsOfOneIn128() {
        bucket.spend(1_000_000);
        assertRate(RATE, "at first");
        want(RATE + 1_000);
        assertRate(RATE, "1/128 more");
        want(RATE - 1_000);
        assertRate(RATE, "1/128 less");
        want(RATE + 1_001);
        assertRate(RATE + 1_001, "more than that");
        want(RATE - 1_000);
        assertRate(RATE - 1_000, "less than that");
    }

    /** The others have what was cut. */
    @Test
    void pace_allowedRateIsCut_isFollowedHoweverLittleItIs() {
        bucket.spend(1_000_000);
        allow(RATE - 1);
        assertRate(RATE - 1, "cut by one byte a second");
        allow(RATE);
        assertRate(RATE - 1, "raised by one byte a second");
        allow(60_000);
        assertRate(60_000, "cut by half");
        want(RATE);
        assertRate(60_000, "the link carries more than is allowed");
        allow(Long.MAX_VALUE);
        assertRate(RATE, "no limit any more");
    }

    @Test
    void followCap_nothingWaits_asksForWhatIsUsed() {
        for (int tick = 0; tick < 20; tick++) {
            tested.endTick(500);
        }
        tested.followCap(now, false);
        assertEquals(List.of(10_000L), cap.demands);
    }

    @Test
    void followCap_somethingWaits_asksForWhatTheLinkCarriesOrForWhatIsUsedIfThatIsMore() {
        tested.followCap(now, true);
        for (int tick = 0; tick < 20; tick++) {
            tested.endTick(10_000);
        }
        tested.followCap(now, true);
        assertEquals(List.of(RATE, 200_000L), cap.demands);
    }

    @Test
    void reconfigure_anyChange_countsAtOnceWithinWhatIsAllowed() {
        bucket.spend(1_000_000);
        tested.reconfigure(SessionFixture.rate(RATE + 1), now, false);
        assertRate(RATE + 1, "one byte a second more");
        allow(60_000);
        tested.reconfigure(SessionFixture.rate(90_000), now, false);
        assertRate(60_000, "less is allowed");
        tested.reconfigure(SessionFixture.rate(40_000), now, false);
        assertRate(40_000, "more is allowed");
        assertEquals(40_000, tracker.config().maxBytesPerSecond());
    }

    /** However near: the bucket follows in steps, and may be left where it began. */
    @Test
    void bytesPerSecond_startALittleOutsideOfTheBounds_isTheBound() {
        long little = RATE / 200;
        assertEquals(RATE - little, firstRate(new RateControlConfig(true, 1_000, RATE - little, 25 * MILLI)));
        assertEquals(RATE + little, firstRate(new RateControlConfig(true, RATE + little, 1_000_000, 25 * MILLI)));
    }

    /** A tick of a tenth of the start is 625 bytes, and the last may take the credit into debt. */
    @Test
    void credit_startAboveTheCeiling_isTheBurstOfTheCeiling() {
        SessionFixture client = new SessionFixture(
                SessionFixture.rate(RATE).withControl(new RateControlConfig(true, 1_000, RATE / 10, 25 * MILLI)));
        int passed = 0;
        while (client.send(TestPacket.chat("line", 1_000)) instanceof Decision.Pass) {
            passed++;
        }
        assertEquals(1, passed);
    }

    private static long firstRate(RateControlConfig bounds) {
        SessionFixture client = new SessionFixture(SessionFixture.rate(RATE).withControl(bounds));
        client.congest();
        client.send(TestPacket.chat("line", 90));
        client.run(100);
        return new SessionRate(client.session).bytesPerSecond();
    }

    /** What may wait in the socket: 150 ms' worth and the largest packet of late. */
    @Test
    void look_largePacketWritten_countsAsTheUnitUntilItHasFaded() {
        RateControl gated =
                control(RateControlConfig.AUTOMATIC, new Told(LinkReading.ofUnsent(150 * RATE / 1_000 + 6_000)));
        SendRate rate = new SendRate(BANDWIDTH, gated, bucket, tracker, cap);
        assertFalse(isOpen(rate, gated), "nothing was written yet");
        rate.wrote(10_000);
        rate.wrote(100);
        assertTrue(isOpen(rate, gated), "a large packet was written");
        for (int tick = 0; tick < 20; tick++) {
            rate.endTick(0);
        }
        assertTrue(isOpen(rate, gated), "two thirds of it count");
        for (int tick = 0; tick < 15; tick++) {
            rate.endTick(0);
        }
        assertFalse(isOpen(rate, gated), "half of it counts");
    }

    private boolean isOpen(SendRate rate, RateControl gated) {
        now += 10 * MILLI;
        rate.look(now, false);
        return gated.isOpen();
    }

    /** A rate that nobody has spent says nothing of the link. */
    @Test
    void look_backloggedUnderTheServersLimit_pingDoesNotRaiseWhatIsWanted() {
        RateControl pinged = control(RateControlConfig.AUTOMATIC, LinkProbe.NONE, new Told(LinkReading.ofRtt(50)));
        SendRate rate = new SendRate(BANDWIDTH, pinged, bucket, tracker, cap);
        cap.allowed = RATE / 2;
        rate.followCap(now, true);
        lookForAMinute(rate);
        assertEquals(RATE, rate.wantedBytesPerSecond());

        cap.allowed = Long.MAX_VALUE;
        rate.followCap(now, true);
        lookForAMinute(rate);
        assertTrue(rate.wantedBytesPerSecond() > 2 * RATE, "it does once the rate is spent");
    }

    private void lookForAMinute(SendRate rate) {
        for (int look = 0; look < 6_000; look++) {
            now += 10 * MILLI;
            rate.look(now, true);
        }
    }
}
