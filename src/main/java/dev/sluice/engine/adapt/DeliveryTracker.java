package dev.sluice.engine.adapt;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.MarkerPort;

/**
 * What the client has processed of what was written (seed 001's health and reliable tier). Since TCP keeps the order, an
 * answered marker confirms everything before it. TCP sends bytes again, so a reliable message never is: what is repeated is
 * the question, with a new marker. Allocates nothing but snapshots. Confined to the client's thread.
 *
 * <p>A client that has never answered is never taken for stalled: some software in between answers no pings.
 */
public final class DeliveryTracker {

    /** Nothing confirmed for so long with bytes in flight is a stall, unless they take longer at the link's rate. */
    public static final long STALL_NANOS = 2_000_000_000L;

    /** The longest that a slow link is waited for. */
    public static final long MAX_STALL_NANOS = 10_000_000_000L;

    /** The longest pause; then the server's own keep-alive decides. */
    public static final long MAX_PAUSE_NANOS = 30_000_000_000L;

    /** How often is asked anew for a reliable message at most. That all are in vain is no stall: silence is one sooner. */
    public static final int MAX_REMARKS = 5;

    private static final long LOAD_INTERVAL_NANOS = 100_000_000L;
    private static final long MIN_TIMEOUT_NANOS = 200_000_000L;
    private static final double SMOOTHING = 0.125;

    /** Fewer bytes between two answers tell how much there was to send, not how fast it went. */
    private static final long TELLING_BYTES = 4_000;

    /** How much of the fastest delivery each slower one takes away: a link that became slow is known within seconds. */
    private static final double RATE_SMOOTHING = 0.1;

    private final MarkerPort port;
    private final MarkerRing ring;
    private long keepaliveNanos;

    private long writtenBytes;
    private long writtenReliable;
    private long markedBytes;
    private long markedReliable;
    private long confirmedBytes;
    private long confirmedReliable;
    private long seenBytes;

    private Status status = Status.UNKNOWN;
    private boolean answered;
    private boolean waiting;
    private long waitingSinceNanos;
    private long markedNanos;
    private boolean asking;
    private long askedNanos;
    private int attempts;
    private long stalledNanos;
    private long recoveredAtBytes;
    private boolean paused;

    private long lastRxNanos;
    private long lastTxNanos;
    private long remarks;
    private long ignored;
    private double rttNanos = Double.NaN;
    private double bytesPerNano = Double.NaN;
    private long answers;
    private long answerNanos;

    /** @param keepaliveMillis the time between two markers on an idle link, at least 1 */
    public DeliveryTracker(MarkerPort port, MarkerIds ids, int keepaliveMillis, long nowNanos) {
        this.port = port;
        this.ring = new MarkerRing(ids);
        this.markedNanos = nowNanos;
        this.lastRxNanos = nowNanos;
        this.lastTxNanos = nowNanos;
        reconfigure(keepaliveMillis);
    }

    /** Changes the time between two markers on an idle link, in milliseconds. */
    public void reconfigure(int keepaliveMillis) {
        keepaliveNanos = keepaliveMillis * 1_000_000L;
    }

    /** Counts what was written. */
    public void written(long bytes, boolean reliable) {
        writtenBytes += Math.max(0, bytes);
        if (reliable) {
            writtenReliable++;
        }
    }

    /** Sends the markers that are due, and judges the link. */
    public void tick(long nowNanos) {
        if (seenBytes != writtenBytes) {
            seenBytes = writtenBytes;
            lastTxNanos = nowNanos;
        }
        if (!port.isAvailable()) {
            forget();
            return;
        }
        if (!isInFlight()) {
            waiting = false;
        } else if (!waiting) {
            waiting = true;
            waitingSinceNanos = nowNanos;
        }
        remarkIfLate(nowNanos);
        markIfDue(nowNanos);
        if (answered && status != Status.STALLED && isSilent(nowNanos)) {
            status = Status.STALLED;
            stalledNanos = nowNanos;
            paused = true;
        }
        if (nowNanos - stalledNanos >= MAX_PAUSE_NANOS) {
            paused = false;
        }
    }

    /**
     * The client has answered a marker, and so has processed everything before it. An id that is not outstanding (forged,
     * repeated, overtaken) is counted and otherwise ignored.
     */
    public void confirmed(int markerId, long nowNanos) {
        int slot = ring.take(markerId);
        if (slot < 0) {
            ignored++;
            return;
        }
        long sample = Math.max(0, nowNanos - ring.sentNanos(slot));
        learnRate(ring.bytesBefore(slot) - confirmedBytes, nowNanos - waitingSinceNanos);
        answers++;
        answerNanos = sample;
        rttNanos = answered ? rttNanos + SMOOTHING * (sample - rttNanos) : sample;
        answered = true;
        lastRxNanos = nowNanos;
        waitingSinceNanos = nowNanos;
        confirmedBytes = ring.bytesBefore(slot);
        if (ring.reliableBefore(slot) != confirmedReliable || status == Status.STALLED) {
            confirmedReliable = ring.reliableBefore(slot);
            attempts = 0;
            askedNanos = nowNanos;
        }
        asking = confirmedReliable != markedReliable;
        if (status == Status.STALLED) {
            status = Status.RECOVERING;
            recoveredAtBytes = writtenBytes;
            paused = false;
        }
        if (status == Status.UNKNOWN || (status == Status.RECOVERING && confirmedBytes >= recoveredAtBytes)) {
            status = Status.HEALTHY;
        }
    }

    /** Whether chunks wait for the link. */
    public boolean chunksPaused() {
        return paused;
    }

    /** Whether state is held back, so that only the newest is sent after a stall. */
    public boolean statePaused() {
        return paused;
    }

    /** Answers that belonged to no outstanding marker. */
    public long ignoredAnswers() {
        return ignored;
    }

    /** How many markers were answered since they can be sent. */
    long answers() {
        return answers;
    }

    /** How long the last answer took, in nanoseconds. */
    double answerNanos() {
        return (double) answerNanos;
    }

    /** When the last answer came. */
    long answeredNanos() {
        return lastRxNanos;
    }

    /** Bytes that the client has confirmed. */
    long confirmedBytes() {
        return confirmedBytes;
    }

    /** Bytes written that the client has not confirmed. */
    long bytesInFlight() {
        return writtenBytes - confirmedBytes;
    }

    /** How long the oldest question has been waiting, in nanoseconds; 0 if there is none. */
    double unansweredNanos(long nowNanos) {
        return ring.isEmpty() ? 0 : (double) (nowNanos - ring.oldestSentNanos());
    }

    /** Whether everything written is confirmed and nothing was asked. */
    boolean isQuiet() {
        return ring.isEmpty() && !isInFlight();
    }

    /** How the link fares. */
    Status status() {
        return status;
    }

    /** The present state. */
    public NetworkHealth snapshot() {
        return new NetworkHealth(
                status,
                lastRxNanos,
                lastTxNanos,
                writtenBytes - confirmedBytes,
                writtenReliable - confirmedReliable,
                remarks,
                rttNanos * 1e-6);
    }

    private boolean isInFlight() {
        return writtenBytes != confirmedBytes;
    }

    private boolean isSilent(long nowNanos) {
        return waiting && nowNanos - waitingSinceNanos >= patienceNanos();
    }

    /** A slow link is no silent one: what the oldest question waits for may take its time, twice. */
    private long patienceNanos() {
        if (ring.isEmpty()) {
            return STALL_NANOS;
        }
        double needed = 2 * (ring.oldestBytesBefore() - confirmedBytes) / bytesPerNano + rttNanos;
        return Math.clamp((long) needed, STALL_NANOS, MAX_STALL_NANOS);
    }

    private void learnRate(long bytes, long nanos) {
        if (bytes >= TELLING_BYTES && nanos > 0) {
            double rate = (double) bytes / nanos;
            bytesPerNano = bytesPerNano > rate ? bytesPerNano + RATE_SMOOTHING * (rate - bytesPerNano) : rate;
        }
    }

    /** Asks anew for a reliable message that is late, each time after twice as long. */
    private void remarkIfLate(long nowNanos) {
        if (!asking || attempts == MAX_REMARKS) {
            return;
        }
        double base = Math.max(MIN_TIMEOUT_NANOS, Double.isNaN(rttNanos) ? 0 : 2 * rttNanos);
        if (nowNanos - askedNanos >= base * (1 << attempts)) {
            attempts++;
            remarks++;
            askedNanos = nowNanos;
            mark(nowNanos);
        }
    }

    private void markIfDue(long nowNanos) {
        boolean fresh = writtenBytes != markedBytes || writtenReliable != markedReliable;
        long interval =
                fresh && status != Status.STALLED ? Math.min(LOAD_INTERVAL_NANOS, keepaliveNanos) : keepaliveNanos;
        if (nowNanos - markedNanos >= interval) {
            mark(nowNanos);
        }
    }

    private void mark(long nowNanos) {
        markedBytes = writtenBytes;
        markedReliable = writtenReliable;
        markedNanos = nowNanos;
        if (!asking && markedReliable != confirmedReliable) {
            asking = true;
            askedNanos = nowNanos;
            attempts = 0;
        }
        port.mark(ring.add(writtenBytes, writtenReliable, nowNanos));
    }

    /** Without markers everything counts as arrived. */
    private void forget() {
        ring.clear();
        confirmedBytes = writtenBytes;
        confirmedReliable = writtenReliable;
        markedBytes = writtenBytes;
        markedReliable = writtenReliable;
        status = Status.UNKNOWN;
        answered = false;
        waiting = false;
        asking = false;
        attempts = 0;
        paused = false;
        rttNanos = Double.NaN;
        answers = 0;
    }
}
