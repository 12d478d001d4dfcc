package dev.sluice.engine;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.ClientWorld;
import dev.sluice.engine.packet.HoldRules;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.ReplicationRequest;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.stats.SessionCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two managers of seed 000 driven tick by tick, without a session's fast path around them. */
final class EngineHarness extends StillView implements PacketManager.RequestOutcome {

    final FakeTicker ticker = new FakeTicker();
    final ClientBandwidthTracker tracker;
    final PacketManager packets;
    final List<ReplicationRequest> dropped = new ArrayList<>();
    private final RecordingSink sink = new RecordingSink(packet -> ((TestPacket) packet).bytes());
    private final TokenBucket bucket;
    private final PrioritizationManager priorities;
    private long tick;

    EngineHarness(BandwidthConfig bandwidth, Map<MessagePriority, Double> shares) {
        super(64);
        tracker = new ClientBandwidthTracker(new UUID(0, 1), bandwidth);
        bucket = new TokenBucket(bandwidth, ticker.nanos());
        priorities = new PrioritizationManager(shares, distanceSquared -> 1);
        packets = new PacketManager(
                new ClientWorld(priorities.memory()),
                bucket,
                sink,
                move -> move,
                new SessionCounters(),
                priorities,
                new HoldRules(500_000_000L, bandwidth.tickNanos(), type -> true),
                (message, bytes) -> {});
    }

    void hold(TestPacket packet) {
        packets.hold(packet.message(), packet, null, ticker.nanos(), List.of());
    }

    /** Sends one tick's worth, then lets the tick pass. Returns what was sent. */
    List<TestPacket> tick() {
        sink.written.clear();
        tracker.consume(packets.writePackets(priorities.gather(this, tick), ticker.nanos(), this));
        tracker.endTick();
        tick++;
        ticker.advanceMillis(50);
        bucket.refill(ticker.nanos());
        return sink.written.stream().map(TestPacket.class::cast).toList();
    }

    /** The first request; null if there is none. */
    @Nullable
    ReplicationRequest firstRequest() {
        ReplicationRequests requests = priorities.gather(this, tick);
        return requests.next() ? requests.request() : null;
    }

    @Override
    public long nowNanos() {
        return ticker.nanos();
    }

    @Override
    public @Nullable TargetBacklog earliestDue(MessagePriority messageClass) {
        return packets.earliestDue(messageClass);
    }

    @Override
    public long overdueNanos(MessagePriority messageClass) {
        return packets.overdueNanos(messageClass, ticker.nanos());
    }

    @Override
    public void sent(ReplicationRequests present, long bytes) {
        priorities.onSent(present, bytes, tick);
    }

    @Override
    public void dropped(ReplicationRequests present) {
        dropped.add(present.request());
        priorities.onDropped(present, tick);
    }
}
