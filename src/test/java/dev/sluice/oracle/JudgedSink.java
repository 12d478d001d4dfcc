package dev.sluice.oracle;

import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.stats.BandwidthStats;
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
    private int abandoned;
    private int superseded;
    private long bytes;

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

    /** What the engine counts is what became of what it was offered. */
    void assertCounted(BandwidthStats stats) {
        long gone = stats.merged() + stats.suppressed() + stats.dropped();
        if (gone != superseded || written + superseded + abandoned + stats.heldMessages() != all.size()) {
            problems.accept("expected " + all.size() + " offered, " + written + " written, " + superseded
                    + " superseded and " + abandoned + " abandoned, found " + stats);
        }
        if (everMetered && stats.wireBytes() != bytes) {
            problems.accept("expected " + bytes + " bytes on the wire, found " + stats);
        }
        if (stats.budgetedBytes() + stats.chargedBytes() != stats.wireBytes()) {
            problems.accept("expected all bytes to be paid for by the budget or charged, found " + stats);
        }
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
        long size = WireSizes.of(sent);
        bytes += size;
        link.written(size);
        return metered ? size : UNMETERED;
    }

    @Override
    public void flush() {
        unflushed = false;
    }

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
        superseded++;
        checks.superseded((Sent) packet);
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {
        settle((Sent) packet, receipt);
        abandoned++;
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
