package dev.sluice.engine;

import dev.sluice.engine.packet.ClientWorld;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.ClientView;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.priority.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the two managers of seed 000: what the prioritizer sees of a session, and what it hears of its
 * requests. Confined to the client's thread.
 */
final class SessionView implements ClientView, PacketManager.RequestOutcome {

    private final ClientWorld world;
    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TickClock clock;
    private long nowNanos;
    private Viewpoint viewpoint = new Viewpoint(0, 0, 0, 0, 0);
    private int chunkX;
    private int chunkZ;
    private boolean chunksPaused;
    private boolean statePaused;

    SessionView(ClientWorld world, PacketManager packets, PrioritizationManager priorities, TickClock clock) {
        this.world = world;
        this.packets = packets;
        this.priorities = priorities;
        this.clock = clock;
    }

    /**
     * Moves to the time of a pass, and to where the player is then: where it was seen last, or where the server has
     * centred its view, which is known at once.
     */
    void moveTo(long newNowNanos, Viewpoint newViewpoint) {
        nowNanos = newNowNanos;
        viewpoint = newViewpoint;
        Observation.ViewCentre centre = world.viewCentre();
        chunkX = centre == null ? newViewpoint.chunkX() : centre.chunkX();
        chunkZ = centre == null ? newViewpoint.chunkZ() : centre.chunkZ();
    }

    /** Moves to the time of a pass; the player is seen where it was. */
    void moveTo(long newNowNanos) {
        nowNanos = newNowNanos;
    }

    /** Says what must wait since the link stands still. */
    void pause(boolean chunks, boolean state) {
        chunksPaused = chunks;
        statePaused = state;
    }

    @Override
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    @Override
    public int viewChunkX() {
        return chunkX;
    }

    @Override
    public int viewChunkZ() {
        return chunkZ;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public @Nullable TargetBacklog earliestDue(MessagePriority messageClass) {
        return packets.earliestDue(messageClass);
    }

    @Override
    public long overdueNanos(MessagePriority messageClass) {
        return packets.overdueNanos(messageClass, nowNanos);
    }

    @Override
    public boolean isPaused(MessagePriority messageClass) {
        return chunksPaused && messageClass == MessagePriority.CHUNK_DATA;
    }

    @Override
    public boolean isStatePaused() {
        return statePaused;
    }

    @Override
    public void sent(ReplicationRequests present, long bytes) {
        priorities.onSent(present, bytes, clock.tick());
    }

    @Override
    public void dropped(ReplicationRequests present) {
        priorities.onDropped(present, clock.tick());
    }
}
