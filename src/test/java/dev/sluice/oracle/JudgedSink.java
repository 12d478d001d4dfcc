package dev.sluice.oracle;

import dev.sluice.engine.port.PacketSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where packets come out of the engine: shows them to the throttled client, and judges what becomes of each and of its receipt. */
final class JudgedSink implements PacketSink {

    private final ModelClient throttled;
    private final DeliveryChecks checks;
    private final OwnEdits ownEdits;
    private final HeldWatch watch;
    private final ModelLink link;
    private final Consumer<String> problems;
    private final List<Sent> all = new ArrayList<>();

    private boolean metered = true;
    private boolean everMetered = true;
    private boolean unflushed;
    private int written;

    JudgedSink(
            ModelClient throttled,
            DeliveryChecks checks,
            OwnEdits ownEdits,
            HeldWatch watch,
            ModelLink link,
            Consumer<String> problems) {
        this.throttled = throttled;
        this.checks = checks;
        this.ownEdits = ownEdits;
        this.watch = watch;
        this.link = link;
        this.problems = problems;
    }

    /** The engine is about to be offered a packet, of which it has to settle the receipt. */
    void offering(Sent sent) {
        all.add(sent);
    }

    /** Measures what goes out from now on, or does not. */
    void meter(boolean on) {
        metered = on;
        everMetered &= on;
    }

    /** Whether all bytes were measured, so that the engine's count is the true one. */
    boolean wasAlwaysMetered() {
        return everMetered;
    }

    /** How many packets have gone out. */
    int written() {
        return written;
    }

    /** Has the engine do something that flushes what it writes. */
    void flushing(Runnable engine) {
        unflushed = false;
        engine.run();
        if (unflushed) {
            problems.accept("written without a flush");
        }
    }

    /** Each packet was written, merged, dropped or abandoned, once. */
    void assertSettled() {
        for (Sent sent : all) {
            if (sent.settled != 1) {
                problems.accept("settled " + sent.settled + " times: " + sent);
            }
        }
    }

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        Sent sent = (Sent) packet;
        unflushed = true;
        written++;
        settle(sent, receipt);
        checks.delivering(sent);
        throttled.accept(sent);
        if (!throttled.violations.isEmpty()) {
            problems.accept(throttled.violations.getFirst());
        }
        checks.delivered(sent);
        long bytes = WireSizes.of(sent);
        link.written(bytes);
        return metered ? bytes : UNMETERED;
    }

    @Override
    public void flush() {
        unflushed = false;
    }

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
        checks.superseded((Sent) packet);
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
    }

    @SuppressWarnings("ReferenceEquality") // a packet is its own receipt
    private void settle(Sent sent, @Nullable Object receipt) {
        if (!(receipt instanceof Sent owner)) {
            problems.accept("no receipt for " + sent);
            return;
        }
        if (owner != sent && sent.serial != Sent.COMPOSED) {
            problems.accept("the receipt of " + owner + " with " + sent);
        }
        owner.settled++;
        if (owner.held) {
            watch.left(owner);
        }
        ownEdits.left(owner);
        if (owner.settled > 1) {
            problems.accept("settled twice: " + owner);
        }
    }
}
