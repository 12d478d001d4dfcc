package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.PlayerTraffic;
import dev.sluice.sim.play.TrafficPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** A player's traffic over a link whose rate is to be found, watched every 10 ms. */
final class ControlRig implements ClientObserver {

    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;
    private static final long TICK = 50 * MILLI;

    /** One look at the session and its link. */
    record Sample(long nanos, double queueMillis, LinkEstimate estimate, boolean loading, boolean backlogged) {}

    final VirtualClock clock = new VirtualClock();
    final List<Sample> samples = new ArrayList<>();
    final SimClient client;
    private final PlayerTraffic traffic;
    private long chunksWritten;
    private long nextTick;
    private long nextSample;
    private long nextChat;
    long loadedNanos = Long.MAX_VALUE;

    ControlRig(LinkPlan link, SimClient.Sights sights, TrafficPlan plan, long seed) {
        EngineConfig base = EngineConfig.DEFAULT;
        EngineConfig config = new EngineConfig(
                new BandwidthConfig(base.bandwidth().maxBytesPerSecond(), 20, 1),
                base.shares(),
                base.managed(),
                base.maxDeferralNanos(),
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                RateControlConfig.AUTOMATIC);
        client = new SimClient(new UUID(0, seed), config, clock, link, sights, this);
        traffic = new PlayerTraffic(plan, new SplittableRandom(seed), client);
    }

    ControlRig runTo(long endNanos) {
        while (true) {
            long next = Math.min(Math.min(nextTick, nextSample), Math.min(nextChat, client.nextNanos()));
            if (next >= endNanos) {
                return this;
            }
            clock.moveTo(Math.max(next, clock.nanos()));
            if (next == client.nextNanos()) {
                client.run();
            } else if (next == nextTick) {
                traffic.tick();
                nextTick += TICK;
            } else if (next == nextChat) {
                traffic.chat();
                nextChat += SECOND;
            } else {
                samples.add(new Sample(
                        next,
                        client.queuedNanos() * 1e-6,
                        client.session().stats().link(),
                        loadedNanos == Long.MAX_VALUE,
                        client.session().hasHeld()));
                nextSample += 10 * MILLI;
            }
        }
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        traffic.written(packet);
        if (PlayerTraffic.isChunk(packet) && ++chunksWritten == traffic.firstChunks()) {
            loadedNanos = deliveredNanos;
        }
    }

    /** A part of the queue times of a stretch of time, in milliseconds. */
    double queueMillis(double quantile, long fromNanos, long toNanos) {
        double[] sorted = samples.stream()
                .filter(sample -> sample.nanos() >= fromNanos && sample.nanos() < toNanos)
                .mapToDouble(Sample::queueMillis)
                .sorted()
                .toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    /** The part of the time with a backlog in which the link was busy. */
    double busy(long fromNanos, long toNanos) {
        return samples.stream()
                .filter(sample -> sample.backlogged() && sample.nanos() >= fromNanos && sample.nanos() < toNanos)
                .mapToDouble(sample -> sample.queueMillis() > 0 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** Seconds from a time on until half a second's mean of the rate is within a tenth of this one; infinite if never. */
    double secondsUntilNear(double bytesPerSecond, long fromNanos) {
        for (int i = 49; i < samples.size(); i++) {
            double mean = samples.subList(i - 49, i + 1).stream()
                    .mapToDouble(sample -> sample.estimate().rateBytesPerSecond())
                    .average()
                    .orElse(Double.NaN);
            if (samples.get(i - 49).nanos() >= fromNanos && Math.abs(mean / bytesPerSecond - 1) <= 0.1) {
                return (samples.get(i).nanos() - fromNanos) * 1e-9;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
