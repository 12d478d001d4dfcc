package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the transport and the markers see, and says which of them to trust: the transport, which sees every
 * few milliseconds, unless the markers show a queue or a way that it does not see. Then something in between (a proxy)
 * takes bytes that the client does not have yet. Confined to the client's thread.
 */
final class LinkSight {

    /** What a client may take to answer: it does so between two of its frames. */
    private static final double CLIENT_NANOS = 100e6;

    /** The same while a proxy would not have shown itself yet: there is little to lose. */
    private static final double EARLY_DOUBT_NANOS = 50e6;

    /** How far the two round-trip times of an empty path may be apart: the client answers with a later frame. */
    private static final double BASE_NANOS = 40e6;

    private static final double FAR_FACTOR = 3;

    /** No client's answer comes in half of the time that its kernel takes, and a little. */
    private static final double EARLY_SHARE = 0.5;

    private static final double EARLY_NANOS = 2e6;

    private static final long PASS_NANOS = 10_000_000L;

    private static final double DELAYED_ACK_NANOS = 40e6;
    private static final double FRAME_NANOS = 16e6;
    private static final long FRESH_NANOS = 300_000_000L;

    /** A client that has answered nothing for so long may never do so again. */
    private static final double ANSWERING_NANOS = 10e9;

    private static final int LATE_ANSWERS = 5;
    private static final int LIKE_ANSWERS = 10;
    private static final double LIKE_NANOS = 15e6;
    private static final double LOADED_NANOS = 25e6;
    private static final long BETWEEN_ANSWERS_NANOS = 80_000_000L;
    private static final int ANSWERS_FOR_A_BASE = 10;
    private static final double BEYOND_CONFIRMED = 1.25;

    private final LinkProbe transportProbe;
    private final DeliveryTracker delivery;
    private final PathEstimate transport;
    private final PathEstimate markers;
    private final WriteLog writes = new WriteLog();
    private LinkReading lastReading = LinkReading.NOTHING;
    private boolean transportSeen;
    private boolean transportNow;
    private long deliveredBytes;
    private long unsentBytes;
    private long unsentProgressNanos;
    private long lookedNanos;
    private boolean wasSaturated;

    private long answers;
    private boolean confirms;
    private int lateAnswers;
    private boolean suspect;
    private int likeAnswers;
    private long judgedNanos;
    private double transportPeakNanos;

    /** The transport's shortest round trip ever, whatever was taken for the path since. */
    private double shortestNanos = Double.NaN;

    private boolean proxied;

    LinkSight(LinkProbe transportProbe, DeliveryTracker delivery, long nowNanos) {
        this.transportProbe = transportProbe;
        this.delivery = delivery;
        this.transport = new PathEstimate(transportProbe.name(), nowNanos);
        this.markers = new PathEstimate("markers", nowNanos);
        this.judgedNanos = nowNanos;
        this.lookedNanos = nowNanos;
        this.unsentProgressNanos = nowNanos;
    }

    /** Takes what there is to see. */
    void look(long nowNanos, boolean saturated, long unitBytes) {
        lookAtTransport(nowNanos, saturated, unitBytes);
        lookAtMarkers(nowNanos, saturated, unitBytes);
        confirms = answers > 0 && delivery.unansweredNanos(nowNanos) < ANSWERING_NANOS && !isAnsweredOnTheWay();
    }

    private void lookAtTransport(long nowNanos, boolean saturated, long unitBytes) {
        LinkReading reading = transportProbe.read();
        lastReading = reading == null ? LinkReading.NOTHING : reading;
        followUnsent(reading == null ? 0 : Math.max(0, reading.unsentBytes()), nowNanos);
        transportNow = reading != null
                && !Double.isNaN(reading.rttMillis())
                && reading.deliveredBytes() != LinkReading.UNSEEN
                && reading.unsentBytes() != LinkReading.UNSEEN;
        if (reading == null || !transportNow) {
            return;
        }
        if (!transportSeen) {
            transportSeen = true;
            transport.rebase(
                    1e6 * (Double.isNaN(reading.minRttMillis()) ? reading.rttMillis() : reading.minRttMillis()),
                    nowNanos);
        }
        long delivered = reading.deliveredBytes();
        if (delivered != deliveredBytes) {
            deliveredBytes = delivered;
            unsentProgressNanos = nowNanos;
        }
        long underWay = unsentBytes + Math.max(0, reading.inFlightBytes());
        // A pass looks first and writes then, so what is new was written just after the last look if something was
        // held, and at some time since otherwise.
        long sinceLook = Math.min(nowNanos - lookedNanos, PASS_NANOS);
        writes.add(wasSaturated ? lookedNanos : nowNanos - sinceLook, delivered + underWay, wasSaturated);
        wasSaturated = saturated;
        lookedNanos = nowNanos;
        double rttNanos = 1e6 * reading.rttMillis();
        double oldestNanos = writes.oldestNanos(delivered, nowNanos);
        // The kernel smooths: after a queue its figure takes many acknowledgements to come down.
        double confirmedNanos = writes.confirmedNanos(nowNanos);
        double leastNanos = confirmedNanos <= rttNanos ? confirmedNanos : rttNanos;
        if (underWay == 0) {
            transport.idle(nowNanos, rttNanos, leastNanos, delivered);
        } else {
            double delayNanos = confirmedDelayNanos(oldestNanos, nowNanos);
            transport.observe(nowNanos, rttNanos, leastNanos, delivered, delayNanos, saturated, unitBytes);
        }
        shortestNanos = shortestNanos <= leastNanos ? shortestNanos : leastNanos;
        transportPeakNanos = Math.max(transportPeakNanos, Math.max(0, transport.lastQueueNanos()));
    }

    /** Answers that come sooner than the client's kernel can acknowledge are somebody else's, such as a converter's. */
    private boolean isAnsweredOnTheWay() {
        return transportNow && markers.minRttNanos() < EARLY_SHARE * shortestNanos - EARLY_NANOS;
    }

    /**
     * How long an answer takes without a queue: not less than the transport's way, of which a queue of others may be part,
     * and not much longer. The client's first answers came while the world loaded; the handshake saw the path empty.
     */
    private double emptyWayNanos(double mostBeyondNanos) {
        double leastNanos = transport.minRttNanos();
        return Math.max(leastNanos, Math.min(markers.minRttNanos(), leastNanos + mostBeyondNanos));
    }

    private void followUnsent(long bytes, long nowNanos) {
        if (bytes == 0 || bytes < unsentBytes) {
            unsentProgressNanos = nowNanos;
        }
        unsentBytes = bytes;
    }

    /**
     * A client's kernel acknowledges a few small segments up to 40 ms late, which is no queue; the client itself answers
     * a marker at once or with its next frame. Neither sees a queue that is not there for both.
     */
    private double confirmedDelayNanos(double oldestNanos, long nowNanos) {
        double queueNanos = oldestNanos - transport.minRttNanos();
        boolean fresh = confirms && !proxied && nowNanos - delivery.answeredNanos() < FRESH_NANOS;
        if (!fresh || queueNanos <= 0 || queueNanos >= DELAYED_ACK_NANOS) {
            return oldestNanos;
        }
        double answersQueueNanos = delivery.answerNanos() - emptyWayNanos(FRAME_NANOS);
        return transport.minRttNanos() + Math.clamp(answersQueueNanos, 0, queueNanos);
    }

    private void lookAtMarkers(long nowNanos, boolean saturated, long unitBytes) {
        if (delivery.answers() < answers) {
            // No more markers can be sent: what they told is out of date.
            answers = 0;
            lateAnswers = 0;
            suspect = false;
            return;
        }
        if (delivery.answers() != answers) {
            answers = delivery.answers();
            markers.observe(
                    delivery.answeredNanos(),
                    delivery.answerNanos(),
                    delivery.answerNanos(),
                    delivery.confirmedBytes(),
                    delivery.answerNanos(),
                    saturated,
                    unitBytes);
            double emptyNanos = transportNow ? emptyWayNanos(BASE_NANOS) : markers.minRttNanos();
            judge(nowNanos, delivery.answerNanos() - emptyNanos);
        } else if (answers > 0 && delivery.isQuiet()) {
            markers.idle(nowNanos, delivery.answerNanos(), delivery.answerNanos(), delivery.confirmedBytes());
        }
        // Only what is seen speaks against a proxy: that no answer is late any more is what the control has achieved.
        if (proxied && likeAnswers >= LIKE_ANSWERS) {
            proxied = false;
        }
    }

    /** Compares an answer's delay with what the transport saw since the one before. */
    private void judge(long nowNanos, double markerQueueNanos) {
        if (nowNanos - judgedNanos < BETWEEN_ANSWERS_NANOS) {
            // A client that stood still answers all at once.
            return;
        }
        judgedNanos = nowNanos;
        double lateNanos = markerQueueNanos - transportPeakNanos;
        lateAnswers = lateNanos > CLIENT_NANOS ? lateAnswers + 1 : 0;
        suspect = lateNanos > (isSettled() ? CLIENT_NANOS : EARLY_DOUBT_NANOS);
        if (delivery.answerNanos() - markers.minRttNanos() > LOADED_NANOS) {
            likeAnswers = markerQueueNanos < transportPeakNanos + LIKE_NANOS ? likeAnswers + 1 : 0;
        }
        // A queue that the transport sees delays both, as far as it goes: it may as well be a late acknowledgement.
        double waitedNanos = transportPeakNanos < LOADED_NANOS ? 0 : transportPeakNanos;
        boolean far = answers >= ANSWERS_FOR_A_BASE
                && isFar(markers.minRttNanos() - waitedNanos)
                && isFar(delivery.answerNanos() - waitedNanos);
        transportPeakNanos = transportNow ? Math.max(0, transport.lastQueueNanos()) : 0;
        if (transportNow && (far || lateAnswers >= LATE_ANSWERS)) {
            proxied = true;
            likeAnswers = 0;
        }
    }

    /** Whether a round trip is too long to have ended where the transport's ends. */
    private boolean isFar(double rttNanos) {
        return rttNanos > FAR_FACTOR * transport.minRttNanos() + BASE_NANOS;
    }

    /** Whether bytes are buffered where the transport does not see them. */
    boolean isProxied() {
        return proxied;
    }

    /** Whether the transport's own readings count. */
    boolean trustsTransport() {
        return transportNow && !proxied;
    }

    /** What the transport's probe read last, whether it counts or not. */
    LinkReading lastReading() {
        return lastReading;
    }

    /** What counts now; null if there is neither a transport that tells nor a client that answers. */
    @Nullable
    PathEstimate trusted() {
        if (trustsTransport()) {
            return transport;
        }
        return answers > 0 ? markers : null;
    }

    /** Whether so many answers have come that a proxy would have shown itself. */
    boolean isSettled() {
        return answers == 0 || answers >= ANSWERS_FOR_A_BASE;
    }

    /**
     * What a path delivers in bytes a second, NaN while unknown. No more than a little above what the client itself has
     * confirmed, as long as it answers: a proxy takes all that it is given.
     */
    double bytesPerSecondOf(PathEstimate path) {
        double seen = path.capacityBytesPerSecond();
        double confirmed = confirms ? markers.capacityBytesPerSecond() : Double.NaN;
        double most = isSuspect() ? confirmed : BEYOND_CONFIRMED * confirmed;
        return Double.isNaN(confirmed) ? seen : Math.min(seen, most);
    }

    /** Whether the last answer was too late for what the transport shows: perhaps a proxy is filling. */
    boolean isSuspect() {
        return trustsTransport() && confirms && suspect;
    }

    /** What the markers say of the queue at least, in nanoseconds: an answer that is late already counts. */
    double markerQueueNanos(long nowNanos) {
        if (answers == 0) {
            return 0;
        }
        double lateNanos = delivery.unansweredNanos(nowNanos) - markers.minRttNanos();
        double queueNanos = markers.queueNanos();
        return Math.max(0, queueNanos >= lateNanos ? queueNanos : lateNanos);
    }

    /** What the transport itself delivers in bytes a second, to the client or to a proxy; NaN while unknown. */
    double transportBytesPerSecond() {
        return transportNow ? transport.capacityBytesPerSecond() : Double.NaN;
    }

    /** When bytes were last seen to get away from the sender's socket, or that none wait there. */
    long unsentProgressNanos() {
        return unsentProgressNanos;
    }

    /** Bytes that wait in the sender's socket as far as the transport tells. */
    long unsentBytes() {
        return unsentBytes;
    }
}
