package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.sim.play.PlayerTraffic;
import dev.sluice.sim.report.PlayerMeter;
import dev.sluice.sim.report.PlayerResult;
import dev.sluice.sim.report.QueueTimeMeter;
import dev.sluice.sim.report.Tally;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One player's simulation: from event to event in virtual time. */
final class PlayerRun implements ClientObserver {

    private static final long TICK_NANOS = 50_000_000L;
    private static final long CHAT_NANOS = 1_000_000_000L;

    /** Spreads neighbouring players' seeds (the golden ratio, as SplittableRandom's own increment). */
    private static final long SEED_STEP = 0x9E37_79B9_7F4A_7C15L;

    private final VirtualClock clock = new VirtualClock();
    private final SimClient client;
    private final PlayerTraffic traffic;
    private final PlayerMeter meter;
    private final QueueTimeMeter queueTimes;
    private final boolean comparesQueueTimes;
    private final TickTimes ticks;
    private final long endNanos;
    private long nextChatNanos;

    /** @param promised which shares the session is measured by: those of the plan, unless it is to be seen failing */
    PlayerRun(SimPlan plan, EngineConfig promised, int player, Tally tally) {
        SplittableRandom random = new SplittableRandom(plan.seed() + (player + 1) * SEED_STEP);
        client = new SimClient(new UUID(plan.seed(), player), plan.engine(), clock, plan.link(), plan.sights(), this);
        client.session().awaitWorld();
        traffic = new PlayerTraffic(plan.traffic(), random.split(), client);
        meter = new PlayerMeter(promised, clock, traffic.firstChunks(), tally);
        queueTimes = new QueueTimeMeter(clock, client.session(), tally);
        comparesQueueTimes = plan.queueTimes();
        ticks = new TickTimes(random.nextLong(TICK_NANOS), plan.hitches());
        nextChatNanos = random.nextLong(CHAT_NANOS);
        endNanos = plan.nanos();
    }

    PlayerResult run() {
        while (true) {
            long next = Math.min(Math.min(ticks.nanos(), client.nextNanos()), nextChatNanos);
            if (next >= endNanos) {
                return meter.result();
            }
            clock.moveTo(next);
            if (next == client.nextNanos()) {
                client.run();
            } else if (next == ticks.nanos()) {
                if (comparesQueueTimes) {
                    queueTimes.tick(client.session().stats().queueTime());
                }
                meter.tickEnded(isStalled());
                traffic.tick();
                BandwidthStats last = client.session().lastStats();
                meter.tick(last.adaptiveInterval() > 1 || last.pressure() != LinkPressure.FREE);
                ticks.advance();
            } else {
                traffic.chat();
                nextChatNanos += CHAT_NANOS;
            }
        }
    }

    private boolean isStalled() {
        return client.session().getHealth().status() == NetworkHealth.Status.STALLED;
    }

    @Override
    public void held(SimPacket packet) {
        meter.held(packet);
        queueTimes.held(packet);
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        meter.written(packet, bytes, cause, deliveredNanos);
        queueTimes.written(packet, bytes, cause, deliveredNanos);
        traffic.written(packet);
    }

    @Override
    public void superseded(SimPacket packet, @Nullable SimPacket by) {
        meter.superseded(packet, by);
        queueTimes.superseded(packet, by);
    }

    @Override
    public void ended(SimPacket packet) {
        meter.ended(packet);
    }
}
