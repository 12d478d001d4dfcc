package dev.sluice.engine.budget;

/**
 * The credit of one client in bytes: a token bucket that may go into debt by one unit, since most chunks are larger
 * than a tick's budget.
 *
 * <p>Over any window, {@link #spend spent} bytes ≤ ∫rate + burst + one unit, as long as the caller spends only while
 * {@link #hasCredit}. {@link #charge Charged} bytes (what is never held) are a debt of their own, which takes at most
 * four fifths of the rate and never more than {@link #MAX_CHARGED_SECONDS} of it, so that they cannot starve what is
 * held. Where passes may be further apart than the burst lasts ({@link #keepUntilNextPass}), what is earned in between counts
 * as burst in this. Confined to the client's thread.
 */
public final class TokenBucket {

    /** The share of the rate that held messages keep however much is charged. */
    public static final double GUARANTEED_SHARE = 0.2;

    /** The most charged debt, in seconds of the rate. */
    public static final double MAX_CHARGED_SECONDS = 1;

    /** So much may be spent without a new look at the clock, in bytes: sixteen moves of entities. */
    public static final long MAX_UNDATED_BYTES = 256;

    /** What is earned between two passes is kept for so long at most, in nanoseconds. */
    public static final long MAX_KEPT_NANOS = 1_000_000_000;

    private double bytesPerSecond;
    private double burst;
    private double credit;
    private double chargedDebt;
    private long refilledNanos;

    /** Whether time may have passed since the last refill that nobody has looked at. */
    private boolean stale;

    /** What was spent at such times since the last refill. */
    private long undated;

    /** Whether what is earned is kept until the next pass however small the burst is, and since when. */
    private boolean keeps;

    private long keptSinceNanos;

    /** Starts full. */
    public TokenBucket(BandwidthConfig config, long nowNanos) {
        this.bytesPerSecond = config.maxBytesPerSecond();
        this.burst = config.burstBytes();
        this.credit = burst;
        this.refilledNanos = nowNanos;
    }

    /** Changes rate and burst from now on: time before is paid at the old rate. */
    public void reconfigure(BandwidthConfig newConfig, long nowNanos) {
        refill(nowNanos);
        bytesPerSecond = newConfig.maxBytesPerSecond();
        burst = newConfig.burstBytes();
        credit = Math.min(credit, most(nowNanos));
        chargedDebt = Math.min(chargedDebt, MAX_CHARGED_SECONDS * bytesPerSecond);
    }

    /**
     * Adds what the time since the last refill is worth. A clock that goes back adds nothing. What was spent meanwhile
     * counts as spent now, when the credit would have been at its largest: whatever the truth, the credit is at most that.
     */
    public void refill(long nowNanos) {
        stale = false;
        long elapsed = nowNanos - refilledNanos;
        if (elapsed <= 0) {
            return;
        }
        refilledNanos = nowNanos;
        double earned = elapsed * 1e-9 * bytesPerSecond;
        double paid = Math.min(chargedDebt, earned * (1 - GUARANTEED_SHARE));
        chargedDebt -= paid;
        credit += earned - paid;
        double most = most(nowNanos) - undated;
        undated = 0;
        double overflow = credit - most;
        if (overflow > 0) {
            credit = most;
            chargedDebt = Math.max(0, chargedDebt - overflow);
        }
    }

    /**
     * A pass has been made, and the next one comes late perhaps: what is earned until the next call of this is kept, up to
     * {@link #MAX_KEPT_NANOS} of it. Nobody can have spent it sooner.
     */
    public void keepUntilNextPass(long nowNanos) {
        keeps = true;
        keptSinceNanos = nowNanos;
    }

    /** Passes come often again: no more than the burst is saved up. */
    public void keepBurstOnly() {
        keeps = false;
    }

    private double most(long nowNanos) {
        if (!keeps) {
            return burst;
        }
        long keptNanos = Math.clamp(nowNanos - keptSinceNanos, 0, MAX_KEPT_NANOS);
        return Math.max(burst, keptNanos * 1e-9 * bytesPerSecond);
    }

    /** Whether one more unit may be spent. */
    public boolean hasCredit() {
        return credit > 0;
    }

    /** The credit in bytes; negative is debt. */
    public double credit() {
        return credit;
    }

    /**
     * Goes on without a look at the clock, if there is plenty of credit: until the next refill what is spent is {@link
     * #MAX_UNDATED_BYTES} at most. Returns whether that may be.
     */
    public boolean goStale() {
        if (2 * credit < burst || undated >= MAX_UNDATED_BYTES) {
            return false;
        }
        stale = true;
        return true;
    }

    /** Whether a refill must come before these bytes are spent; negative ones are unknown. */
    public boolean needsDate(long bytes) {
        return stale && (bytes < 0 || undated + bytes > MAX_UNDATED_BYTES);
    }

    /** Takes the bytes of a budgeted message. */
    public void spend(long bytes) {
        credit -= bytes;
        if (stale) {
            undated += bytes;
        }
    }

    /** Takes the bytes of a message that was not asked whether it fits. */
    public void charge(long bytes) {
        chargedDebt = Math.min(chargedDebt + bytes, MAX_CHARGED_SECONDS * bytesPerSecond);
    }

    /**
     * How long from the last refill until so many more bytes have been earned than there is credit for, in nanoseconds;
     * 0 if there is credit for them. What is charged until then comes on top.
     */
    public double nanosUntilEarned(double bytes) {
        double missing = bytes - credit;
        if (missing <= 0) {
            return 0;
        }
        double payingSeconds = chargedDebt / (bytesPerSecond * (1 - GUARANTEED_SHARE));
        double earnedMeanwhile = payingSeconds * bytesPerSecond * GUARANTEED_SHARE;
        double seconds = missing <= earnedMeanwhile
                ? missing / (bytesPerSecond * GUARANTEED_SHARE)
                : payingSeconds + (missing - earnedMeanwhile) / bytesPerSecond;
        return seconds * 1e9;
    }

    /** How many bytes can be spent from the last refill on within so many nanoseconds, if nothing more is charged. */
    public double bytesEarnedIn(long nanos) {
        double earned = nanos * 1e-9 * bytesPerSecond;
        return credit + earned - Math.min(chargedDebt, earned * (1 - GUARANTEED_SHARE));
    }

    /** How long from the last refill until there is credit, in nanoseconds; 0 if there is some. What is charged until then comes on top. */
    public long nanosUntilCredit() {
        return credit > 0 ? 0 : (long) Math.ceil(nanosUntilEarned(1));
    }
}
