package dev.sluice.testbed.report;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's totals since it connected.
 *
 * @param online whether it still is
 * @param rttMillis as its keep-alives answered
 * @param wireBytes all bytes written to its socket, counted at the head of the pipeline
 * @param maxBytesPerSecond the most in any second
 * @param chunks that were written
 * @param packets written, by type
 * @param sluice what the plugin counted; absent without it
 * @param series the same over time; empty unless times are put into the stream, too
 */
public record ClientReport(
        String name,
        UUID uuid,
        boolean online,
        int rttMillis,
        long wireBytes,
        long maxBytesPerSecond,
        long chunks,
        Map<String, Long> packets,
        @Nullable BandwidthStats sluice,
        List<StatsSample> series) {}
