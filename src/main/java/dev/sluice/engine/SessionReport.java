package dev.sluice.engine;

import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.SessionCounters;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a session, as of the last tick that ended. Confined to the client's thread, except the queries.
 */
final class SessionReport {

    private final Ticker ticker;
    private final LiveConfig config;
    private final ClientBandwidthTracker tracker;
    private final SessionCounters counters;
    private final PacketManager packets;
    private final SendRate sendRate;
    private final RateControl control;
    private final UpdateRate updateRate;
    private final QueueTimeEstimate queueTimes;
    private volatile BandwidthStats stats;

    SessionReport(
            Ticker ticker,
            LiveConfig config,
            ClientBandwidthTracker tracker,
            SessionCounters counters,
            PacketManager packets,
            SendRate sendRate,
            RateControl control,
            UpdateRate updateRate,
            QueueTimeEstimate queueTimes) {
        this.ticker = ticker;
        this.config = config;
        this.tracker = tracker;
        this.counters = counters;
        this.packets = packets;
        this.sendRate = sendRate;
        this.control = control;
        this.updateRate = updateRate;
        this.queueTimes = queueTimes;
        this.stats = snapshot();
    }

    /** What was published last; queue times are made more often from now on. Any thread. */
    BandwidthStats stats() {
        queueTimes.ask();
        return stats;
    }

    /** What was published last. Any thread. */
    BandwidthStats lastStats() {
        return stats;
    }

    void publish() {
        stats = snapshot();
    }

    /** See {@link ClientSession#queueTimeFailure}. */
    @Nullable
    RuntimeException queueTimeFailure() {
        return queueTimes.failure();
    }

    private BandwidthStats snapshot() {
        return new BandwidthStats(
                tracker.clientId(),
                tracker.currentBytesPerSecond(),
                tracker.peakBytesPerSecond(),
                tracker.averageBytesPerSecond(),
                counters.heldAtTickEnd,
                updateRate.interval(),
                sendRate.bytesPerSecond(),
                control.rttMillis(),
                packets.heldMessages(),
                packets.heldBytes(),
                counters.wireBytes,
                counters.budgetedBytes,
                counters.chargedBytes,
                counters.deferred,
                counters.merged,
                counters.dropped,
                counters.takenAlong,
                counters.suppressed,
                queueTimes.at(ticker.nanos(), config.current()),
                updateRate.pressure(),
                control.estimate(),
                packets.heldHeapBytes());
    }
}
