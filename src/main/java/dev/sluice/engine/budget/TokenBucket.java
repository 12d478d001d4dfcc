package dev.sluice.engine.budget;

/**
 * The credit of one client in bytes: a token bucket that may go into debt by one unit, since most chunks are larger
 * than a tick's budget.
 *
 * <p>Over any window, {@link #spend spent} bytes ≤ ∫rate + burst + one unit, as long as the caller spends only while
 * {@link #hasCredit}. {@link #charge Charged} bytes (what is never held) are a debt of their own, which takes at most
 * four fifths of the rate and never more than {@link #MAX_CHARGED_SECONDS} of it, so that they cannot starve what is
 * held. Confined to the client's thread.
 */
public final class TokenBucket {

    /** The share of the rate that held messages keep however much is charged. */
    public static final double GUARANTEED_SHARE = 0.2;

    /** The most charged debt, in seconds of the rate. */
    public static final double MAX_CHARGED_SECONDS = 1;

    private BandwidthConfig config;
    private double credit;
    private double chargedDebt;
    private long refilledNanos;

    /** Starts full. */
    public TokenBucket(BandwidthConfig config, long nowNanos) {
        this.config = config;
        this.credit = config.burstBytes();
        this.refilledNanos = nowNanos;
    }

    /** Changes rate and burst from now on: time before is paid at the old rate. */
    public void reconfigure(BandwidthConfig newConfig, long nowNanos) {
        refill(nowNanos);
        config = newConfig;
        credit = Math.min(credit, newConfig.burstBytes());
        chargedDebt = Math.min(chargedDebt, MAX_CHARGED_SECONDS * newConfig.maxBytesPerSecond());
    }

    /** Adds what the time since the last refill is worth. A clock that goes back adds nothing. */
    public void refill(long nowNanos) {
        long elapsed = nowNanos - refilledNanos;
        if (elapsed <= 0) {
            return;
        }
        refilledNanos = nowNanos;
        double earned = elapsed * 1e-9 * config.maxBytesPerSecond();
        double paid = Math.min(chargedDebt, earned * (1 - GUARANTEED_SHARE));
        chargedDebt -= paid;
        credit += earned - paid;
        double overflow = credit - config.burstBytes();
        if (overflow > 0) {
            credit = config.burstBytes();
            chargedDebt = Math.max(0, chargedDebt - overflow);
        }
    }

    /** Whether one more unit may be spent. */
    public boolean hasCredit() {
        return credit > 0;
    }

    /** The credit in bytes; negative is debt. */
    public double credit() {
        return credit;
    }

    /** Takes the bytes of a budgeted message. */
    public void spend(long bytes) {
        credit -= bytes;
    }

    /** Takes the bytes of a message that was not asked whether it fits. */
    public void charge(long bytes) {
        chargedDebt = Math.min(chargedDebt + bytes, MAX_CHARGED_SECONDS * config.maxBytesPerSecond());
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
        double rate = config.maxBytesPerSecond();
        double payingSeconds = chargedDebt / (rate * (1 - GUARANTEED_SHARE));
        double earnedMeanwhile = payingSeconds * rate * GUARANTEED_SHARE;
        double seconds = missing <= earnedMeanwhile
                ? missing / (rate * GUARANTEED_SHARE)
                : payingSeconds + (missing - earnedMeanwhile) / rate;
        return seconds * 1e9;
    }

    /** How many bytes can be spent from the last refill on within so many nanoseconds, if nothing more is charged. */
    public double bytesEarnedIn(long nanos) {
        double earned = nanos * 1e-9 * config.maxBytesPerSecond();
        return credit + earned - Math.min(chargedDebt, earned * (1 - GUARANTEED_SHARE));
    }

    /** How long from the last refill until there is credit, in nanoseconds; 0 if there is some. At most, not at least. */
    public long nanosUntilCredit() {
        if (credit > 0) {
            return 0;
        }
        double rate = config.maxBytesPerSecond() * (chargedDebt > 0 ? GUARANTEED_SHARE : 1);
        return (long) Math.ceil((1 - credit) / rate * 1e9);
    }
}
