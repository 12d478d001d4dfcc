package dev.sluice.testbed.report;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugin's statistics of each player over time. It grows as long as players are here: for measuring only. Any thread. */
public final class StatsSeries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatsSeries.class);
    private static final long EVERY_MILLIS = 100;

    private final Supplier<Collection<BandwidthStats>> plugin;
    private final LongSupplier nanoTime;
    private final Map<UUID, Queue<StatsSample>> samples = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stats-series").daemon().factory());

    /**
     * Takes no sample before {@link #start}.
     *
     * @param plugin what the plugin counts, for each player of the moment
     * @param nanoTime the clock of {@link StatsSample#atMillis}
     */
    public StatsSeries(Supplier<Collection<BandwidthStats>> plugin, LongSupplier nanoTime) {
        this.plugin = plugin;
        this.nanoTime = nanoTime;
    }

    /** Takes a sample every 100 ms from now on, until {@link #close}. */
    public void start() {
        var _ = clock.scheduleAtFixedRate(
                () -> {
                    try {
                        sample();
                    } catch (RuntimeException e) {
                        LOG.warn("the plugin's statistics could not be read", e);
                    }
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    void sample() {
        for (BandwidthStats stats : plugin.get()) {
            samples.computeIfAbsent(stats.clientId(), id -> new ConcurrentLinkedQueue<>())
                    .add(StatsSample.of(nanoTime.getAsLong(), stats));
        }
    }

    /** What was seen of a player so far, in order; that of all its visits. */
    public List<StatsSample> of(UUID player) {
        Queue<StatsSample> seen = samples.get(player);
        return seen == null ? List.of() : List.copyOf(seen);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
