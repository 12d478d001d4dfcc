package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.ClientView;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.ReplicationRequest;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.priority.Viewpoint;
import java.util.Collection;

/**
 * What stands between the two managers of seed 000: what the prioritizer sees of a session, and what it hears of its
 * requests. Confined to the client's thread.
 */
final class SessionView implements ClientView, PacketManager.RequestOutcome {

    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TokenBucket bucket;
    private final AdaptiveRate adaptiveRate;
    private final TickClock clock;
    private long nowNanos;
    private Viewpoint viewpoint = new Viewpoint(0, 0, 0);

    SessionView(
            PacketManager packets,
            PrioritizationManager priorities,
            TokenBucket bucket,
            AdaptiveRate adaptiveRate,
            TickClock clock) {
        this.packets = packets;
        this.priorities = priorities;
        this.bucket = bucket;
        this.adaptiveRate = adaptiveRate;
        this.clock = clock;
    }

    /** Moves to the time of a pass, and to where the player is then. */
    void moveTo(long newNowNanos, Viewpoint newViewpoint) {
        nowNanos = newNowNanos;
        viewpoint = newViewpoint;
    }

    @Override
    public Collection<? extends TargetBacklog> backlog(MessagePriority messageClass) {
        return packets.backlog(messageClass);
    }

    @Override
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public double creditBytes() {
        return bucket.credit();
    }

    @Override
    public int entityUpdateInterval() {
        return adaptiveRate.entityUpdateInterval();
    }

    @Override
    public boolean isUpdateDue(int entityId, long tick) {
        return adaptiveRate.shouldSendEntityUpdate(entityId, tick);
    }

    @Override
    public void sent(ReplicationRequest request, long bytes) {
        priorities.onSent(request, bytes, clock.tick());
    }

    @Override
    public void dropped(ReplicationRequest request) {
        priorities.onDropped(request, clock.tick());
    }
}
