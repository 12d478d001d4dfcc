package dev.sluice.sim;

/** The most by which bytes exceed what was allowed for, over any window at all; one step for each release. */
public final class RunningWindow {

    private double allowedBefore;
    private double open;
    private double worst;

    /**
     * Something is sent.
     *
     * @param allowed what the rate allows for from the beginning until now, in bytes
     */
    public void add(double allowed, long bytes) {
        open = Math.max(0, open - (allowed - allowedBefore)) + bytes;
        allowedBefore = allowed;
        worst = Math.max(worst, open);
    }

    /** The largest over all windows of (bytes in it − what the rate allows for in it). */
    public double worst() {
        return worst;
    }
}
