package dev.sluice.sim;

/**
 * What passed at once and may have done so without a look at the clock, since the credit was last full: by so many bytes a session's
 * credit may be smaller than it looks from outside. Mostly there are none.
 */
final class UndatedBytes implements ClientObserver {

    /** The most that may pass between two looks, by docs/scheduling.md. */
    private static final double MOST = 256;

    private static final double ROUNDING = 1;

    private final ShadowCredit credit;

    /** Since the last event at which a session looks at the clock. */
    private double run;

    /** The most of a run since the credit was full. */
    private double most;

    private boolean wasFull;

    UndatedBytes(ShadowCredit credit) {
        this.credit = credit;
    }

    /** The largest credit with which a pass that leaves something held may seem to end. */
    double tolerance() {
        return Math.max(run, most) + ROUNDING;
    }

    @Override
    public void held(SimPacket packet) {
        endRun();
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        wasFull = false;
        if (cause == Cause.AT_ONCE && bytes <= MOST) {
            run = Math.min(MOST, run + bytes);
        } else {
            endRun();
        }
    }

    @Override
    public void passBegins() {
        endRun();
    }

    @Override
    public void passEnded() {
        boolean isFull = credit.bytes() >= credit.fullBytes();
        if (isFull && wasFull) {
            // From one pass to the next more was earned than could be missing.
            most = 0;
        }
        wasFull = isFull;
    }

    private void endRun() {
        most = Math.max(most, run);
        run = 0;
    }
}
