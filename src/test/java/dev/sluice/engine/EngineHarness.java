package dev.sluice.engine;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.ClientView;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.ReplicationRequest;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.stats.SessionCounters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The two managers of seed 000 driven tick by tick, without a session's fast path around them. */
final class EngineHarness implements ClientView, PacketManager.RequestOutcome {

    final FakeTicker ticker = new FakeTicker();
    final ClientBandwidthTracker tracker;
    final PacketManager packets;
    final List<ReplicationRequest> dropped = new ArrayList<>();
    private final RecordingSink sink = new RecordingSink(packet -> ((TestPacket) packet).bytes());
    private final TokenBucket bucket;
    private final PrioritizationManager priorities;
    private long tick;

    EngineHarness(BandwidthConfig bandwidth, Map<MessagePriority, Double> shares) {
        tracker = new ClientBandwidthTracker(new UUID(0, 1), bandwidth);
        bucket = new TokenBucket(bandwidth, ticker.nanos());
        packets = new PacketManager(bucket, sink, move -> move, new SessionCounters(), 500_000_000L);
        priorities = new PrioritizationManager(shares);
    }

    void hold(TestPacket packet) {
        packets.hold(packet.message(), packet, null, ticker.nanos());
    }

    /** Sends one tick's worth, then lets the tick pass. Returns what was sent. */
    List<TestPacket> tick() {
        sink.written.clear();
        List<ReplicationRequest> requests = priorities.gather(this, tick);
        while (bucket.hasCredit() && !requests.isEmpty()) {
            tracker.consume(packets.writePackets(requests, ticker.nanos(), this));
            requests = priorities.gather(this, tick);
        }
        tracker.endTick();
        tick++;
        ticker.advanceMillis(50);
        bucket.refill(ticker.nanos());
        return sink.written.stream().map(TestPacket.class::cast).toList();
    }

    List<ReplicationRequest> gather() {
        return priorities.gather(this, tick);
    }

    @Override
    public Collection<? extends TargetBacklog> backlog(MessagePriority messageClass) {
        return packets.backlog(messageClass);
    }

    @Override
    public Viewpoint viewpoint() {
        return new Viewpoint(0, 64, 0);
    }

    @Override
    public long nowNanos() {
        return ticker.nanos();
    }

    @Override
    public double creditBytes() {
        return bucket.credit();
    }

    @Override
    public int entityUpdateInterval() {
        return 1;
    }

    @Override
    public boolean isUpdateDue(int entityId, long atTick) {
        return true;
    }

    @Override
    public void sent(ReplicationRequest request, long bytes) {
        priorities.onSent(request, bytes, tick);
    }

    @Override
    public void dropped(ReplicationRequest request) {
        dropped.add(request);
        priorities.onDropped(request, tick);
    }
}
