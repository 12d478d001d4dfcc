package dev.sluice.sim.links;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.sim.Cause;
import dev.sluice.sim.ClientObserver;
import dev.sluice.sim.SimClient;
import dev.sluice.sim.SimPacket;
import dev.sluice.sim.VirtualClock;
import dev.sluice.sim.play.PlayerTraffic;
import java.util.SplittableRandom;
import java.util.UUID;

/** One player on a link that the engine has to find: from event to event in virtual time. */
final class LinkRun implements ClientObserver {

    private static final long TICK_NANOS = 50_000_000L;
    private static final long CHAT_NANOS = 1_000_000_000L;

    /** Spreads neighbouring players' seeds (the golden ratio, as SplittableRandom's own increment). */
    private static final long SEED_STEP = 0x9E37_79B9_7F4A_7C15L;

    private static final EngineConfig CONFIG = EngineConfig.DEFAULT.withControl(RateControlConfig.AUTOMATIC);

    private final VirtualClock clock = new VirtualClock();
    private final LinksPlan plan;
    private final int index;
    private final AccessLink link;
    private final SimClient client;
    private final PlayerTraffic traffic;
    private final LinkWatch watch;
    private long chunksToCome;
    private long chunksHeld;
    private long loadedNanos = Long.MAX_VALUE;
    private long nextTick;
    private long nextChat;
    private long nextLook;

    LinkRun(LinksPlan plan, int index) {
        SplittableRandom random = new SplittableRandom(plan.seed() + (index + 1) * SEED_STEP);
        this.plan = plan;
        this.index = index;
        link = AccessLinks.draw(random.split(), plan.loadBytes(), plan.nanos() / 2);
        watch = new LinkWatch(link);
        client = new SimClient(
                new UUID(plan.seed(), index),
                CONFIG,
                clock,
                link.plan(),
                new SimClient.Sights(true, true, link.proxied()),
                this);
        traffic = new PlayerTraffic(plan.traffic(), random.split(), client);
        chunksToCome = traffic.firstChunks();
        nextTick = random.nextLong(TICK_NANOS);
        nextChat = random.nextLong(CHAT_NANOS);
    }

    LinkResult run() {
        while (true) {
            long next = Math.min(Math.min(nextTick, nextLook), Math.min(nextChat, client.nextNanos()));
            if (next >= plan.nanos()) {
                return watch.result(index, link.fastest() < plan.pushBytesPerSecond());
            }
            clock.moveTo(Math.max(next, clock.nanos()));
            if (next == client.nextNanos()) {
                client.run();
            } else if (next == nextTick) {
                traffic.tick();
                nextTick += TICK_NANOS;
            } else if (next == nextChat) {
                traffic.chat();
                nextChat += CHAT_NANOS;
            } else {
                look(next);
                nextLook += LinkWatch.EVERY_NANOS;
            }
        }
    }

    private void look(long nowNanos) {
        watch.look(
                nowNanos,
                client.queuedNanos(),
                (double) client.session().stats().budgetBytesPerSecond(),
                chunksHeld > 0,
                nowNanos < loadedNanos);
    }

    @Override
    public void held(SimPacket packet) {
        chunksHeld += PlayerTraffic.isChunk(packet) ? 1 : 0;
    }

    @Override
    public void ended(SimPacket packet) {
        chunksHeld -= PlayerTraffic.isChunk(packet) ? 1 : 0;
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        traffic.written(packet);
        if (PlayerTraffic.isChunk(packet) && --chunksToCome == 0) {
            loadedNanos = deliveredNanos;
        }
    }
}
