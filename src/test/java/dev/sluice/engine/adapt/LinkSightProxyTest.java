package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What shows that something between the server and the client takes bytes, and how far the transport is believed meanwhile. */
final class LinkSightProxyTest extends LinkSightRig {

    @Test
    void isProxied_clientMuchFartherThanTheTransport_isSoAfterTenAnswers() {
        link.clientMillis = 60;
        while (link.delivery.answers() < 9) {
            run(10);
            assertFalse(sight.isProxied(), link.delivery.answers() + " answers");
        }
        run(200);
        assertTrue(sight.isProxied());
        assertEquals("markers", path().probe());
    }

    /** A kernel acknowledges a few small segments 40 ms late, the proxy's as any other. */
    @Test
    void isProxied_clientMuchFartherThanAcknowledgementsThatAreDelayed_isSoAfterTenAnswers() {
        link.clientMillis = 120;
        run(50);
        link.transportMillis = 40;
        run(1_400);
        assertTrue(link.delivery.answers() < 15, () -> link.delivery.answers() + " answers");
        assertTrue(sight.isProxied(), () -> link.delivery.answers() + " answers");
    }

    @Test
    void isProxied_queueOfTheTransportFromTheFirstAnswerOn_isNotSo() {
        link.clientMillis = -1;
        run(50);
        link.transportMillis = 120;
        link.clientMillis = 140;
        run(5_000);
        assertTrue(link.delivery.answers() > 20, () -> link.delivery.answers() + " answers");
        assertFalse(sight.isProxied());
    }

    /** A client answers with its next frame. */
    @Test
    void isProxied_clientALittleFarther_isNotSo() {
        link.transportMillis = 10;
        link.clientMillis = 65;
        run(20_000);
        assertFalse(sight.isProxied());
    }

    @Test
    void isProxied_answersLateWithoutAQueueOfTheTransport_isSoAfterSome() {
        run(2_000);
        link.clientMillis = 150;
        run(300);
        assertFalse(sight.isProxied(), "one or two answers were late");
        run(700);
        assertTrue(sight.isProxied());
    }

    @Test
    void isProxied_answersLateAndTheTransportSeesTheQueue_isNotSo() {
        run(2_000);
        link.clientMillis = 400;
        link.transportMillis = 390;
        run(10_000);
        assertFalse(sight.isProxied());
    }

    /** A client that stood still answers all at once, and late. */
    @Test
    void isProxied_clientStandsStillAndAnswersAllAtOnce_isNotSo() {
        run(2_000);
        for (int pause = 0; pause < 20; pause++) {
            link.clientMillis = 900;
            run(890);
            link.clientMillis = 1;
            run(1_000);
            assertFalse(sight.isProxied(), "pause " + pause);
        }
    }

    /** It may also work off what it has received bit by bit. */
    @Test
    void isProxied_lateAnswersComeCloseTogether_isNotSo() {
        run(2_000);
        link.clientMillis = -1;
        run(900);
        link.clientMillis = 1;
        link.mostAnswersPerLook = 1;
        run(200);
        assertFalse(sight.isProxied());
    }

    /** What the transport saw seconds ago excuses nothing now. */
    @Test
    void isProxied_lateAnswersAfterTheTransportsQueueIsGone_isSo() {
        run(2_000);
        link.clientMillis = 300;
        link.transportMillis = 300;
        run(1_000);
        link.clientMillis = 1;
        link.transportMillis = 1;
        run(1_000);
        assertFalse(sight.isProxied());
        link.clientMillis = 150;
        run(1_500);
        assertTrue(sight.isProxied());
    }

    @Test
    void isProxied_bothSeeTheSameQueueForTenAnswers_isNotSoAnyMore() {
        run(2_000);
        link.clientMillis = 150;
        run(2_000);
        assertTrue(sight.isProxied());
        link.clientMillis = 80;
        link.transportMillis = 80;
        run(600);
        assertTrue(sight.isProxied(), "a few answers");
        run(1_500);
        assertFalse(sight.isProxied());
        assertEquals("settable", path().probe());
    }

    /** What both saw before it showed itself says nothing against it. */
    @Test
    void isProxied_seenAfterManyAnswersLikeTheTransports_staysSo() {
        link.clientMillis = 50;
        run(350);
        link.clientMillis = 130;
        link.transportMillis = 81;
        run(3_000);
        assertFalse(sight.isProxied(), "the transport sees the same queue");
        link.clientMillis = 50;
        link.transportMillis = 1;
        run(500);
        for (int look = 0; look < 300; look++) {
            run(10);
            assertTrue(sight.isProxied(), "look " + look);
        }
    }

    /** Without a queue there is nothing to compare. */
    @Test
    void isProxied_noQueueForMinutes_staysSo() {
        run(2_000);
        link.clientMillis = 150;
        run(2_000);
        assertTrue(sight.isProxied());
        link.clientMillis = 1;
        run(100_000);
        assertTrue(sight.isProxied());
    }

    /** The way to a client behind it is no queue, however much like one its kernel's late acknowledgements look. */
    @Test
    void isProxied_acknowledgementsAreDelayedLater_staysSo() {
        link.clientMillis = 70;
        run(2_000);
        assertTrue(sight.isProxied());
        link.transportMillis = 40;
        for (int seconds = 0; seconds < 20; seconds++) {
            run(1_000);
            assertTrue(sight.isProxied(), "after " + seconds + " s");
        }
    }

    @Test
    void bytesPerSecondOf_transportTakesMoreThanTheClientConfirmed_isLittleMore() {
        link.clientMillis = 10;
        run(450);
        assertTrue(
                link.delivery.answers() > 1 && link.delivery.answers() < 10,
                () -> link.delivery.answers() + " answers");
        link.delivered += 200_000;
        link.written += 200_000;
        run(150);
        double confirmed = DelayedLink.BYTES_PER_SECOND;
        assertFalse(sight.isSettled());
        assertTrue(path().capacityBytesPerSecond() > 2 * confirmed, () -> path().capacityBytesPerSecond() + " B/s");
        assertTrue(sight.bytesPerSecondOf(path()) <= 1.3 * confirmed, () -> sight.bytesPerSecondOf(path()) + " B/s");
        run(1_000);
        assertTrue(sight.isSettled());
        assertTrue(sight.bytesPerSecondOf(path()) <= 1.3 * confirmed, () -> sight.bytesPerSecondOf(path()) + " B/s");
    }

    @Test
    void bytesPerSecondOf_lastAnswerWasLate_isNoMoreThanTheClientConfirmed() {
        run(2_000);
        link.delivered += 200_000;
        link.written += 200_000;
        link.clientMillis = 150;
        while (!sight.isSuspect()) {
            assertTrue(link.now < 3_000_000_000L, "no answer was late");
            run(10);
        }
        assertTrue(path().capacityBytesPerSecond() > 2 * DelayedLink.BYTES_PER_SECOND, () -> path().probe());
        double believed = sight.bytesPerSecondOf(path());
        assertTrue(believed <= DelayedLink.BYTES_PER_SECOND, believed + " B/s");
        assertTrue(believed > 0.7 * DelayedLink.BYTES_PER_SECOND, believed + " B/s");
    }

    /** Another flow's queue on the same path, which the control has taken for part of it. */
    @Test
    void isProxied_longerWayTakenForTheTransportsOwn_isNotSo() {
        link.transportMillis = 30;
        link.clientMillis = 32;
        run(2_000);
        link.transportMillis = 230;
        link.clientMillis = 232;
        run(2_000);
        path().rebase(230e6, link.now);
        run(500);
        for (int looks = 0; looks < 300; looks++) {
            run(10);
            assertFalse(sight.isSuspect(), "look " + looks);
        }
        assertFalse(sight.isProxied());
    }

    @Test
    void isSuspect_oneLateAnswerThenNone_endsByItself() {
        run(2_000);
        link.clientMillis = 250;
        run(350);
        assertTrue(sight.isSuspect());
        link.clientMillis = -1;
        run(12_000);
        assertFalse(sight.isSuspect());
    }

    @Test
    void isSettled_noAnswerEver_isSo() {
        link.clientMillis = -1;
        run(3_000);
        assertTrue(sight.isSettled());
        assertEquals(DelayedLink.BYTES_PER_SECOND, sight.bytesPerSecondOf(path()), 0.02 * DelayedLink.BYTES_PER_SECOND);
    }
}
