package dev.sluice.sim;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.link.ProxyHop;
import dev.sluice.sim.link.SimLink;
import dev.sluice.sim.link.SimMarkers;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A real session between a simulated server and a simulated link; plays the part of the outbound handler, with its
 * cadence of passes. Confined to one player's simulation.
 */
public final class SimClient {

    private static final int MOVE_BYTES = 14;
    private static final int INDEXED_BASE_BYTES = 6;
    private static final int INDEXED_VALUE_BYTES = 4;

    /**
     * What a session can learn of its link.
     *
     * @param transport whether its transport tells anything
     * @param markers whether the client answers markers
     * @param proxied whether the transport ends at a proxy
     */
    public record Sights(boolean transport, boolean markers, boolean proxied) {

        /** Without a proxy. */
        public Sights(boolean transport, boolean markers) {
            this(transport, markers, false);
        }

        private LinkProbe probe(SimLink link, VirtualClock clock) {
            if (!transport) {
                return LinkProbe.NONE;
            }
            return proxied ? new ProxyHop(link, clock) : link;
        }
    }

    private final VirtualClock clock;
    private final SimLink link;
    private final SimMarkers markers;
    private final ClientObserver observer;
    private final ClientSession session;
    private @Nullable SimPacket offering;
    private boolean inPass;
    private long nextPassNanos;
    private boolean nextPassIsIdle = true;

    /** @param sights what the session can learn of the link */
    public SimClient(
            UUID id, EngineConfig config, VirtualClock clock, LinkPlan plan, Sights sights, ClientObserver observer) {
        this.clock = clock;
        this.link = new SimLink(plan, clock);
        this.markers = new SimMarkers(link, plan, clock);
        this.observer = observer;
        this.session = new ClientSession(
                id,
                config,
                clock,
                new ClientLink(new Sink(), sights.markers() ? markers : MarkerPort.NONE, sights.probe(link, clock)),
                update -> update,
                LinkProbe.NONE,
                ServerCaps.NONE,
                new SplittableRandom(id.getLeastSignificantBits()));
        this.nextPassNanos = clock.nanos() + session.nanosUntilNextPass();
    }

    public ClientSession session() {
        return session;
    }

    /** Offers a packet, and writes it if it passes. */
    public void offer(SimPacket packet) {
        packet.offered(clock.nanos());
        offering = packet;
        boolean wouldWait = session.hasHeld();
        Decision decision = session.offer(packet.message(), packet, packet);
        offering = null;
        switch (decision) {
            case Decision.Pass pass -> {
                session.passed(packet.message(), write(packet, packet.wireBytes(), causeOfPass(packet, wouldWait)));
            }
            case Decision.Hold hold -> {
                packet.held();
                observer.held(packet);
                if (nextPassIsIdle) {
                    schedulePass();
                }
            }
            case Decision.Absorb absorb -> {}
        }
    }

    /** When the next pass is due, as the handler schedules it. */
    public long nextPassNanos() {
        return nextPassNanos;
    }

    /** When a pass is due or an answer arrives. */
    public long nextNanos() {
        return Math.min(nextPassNanos, markers.nextNanos());
    }

    /** How long what is queued on the link still takes, in nanoseconds. */
    public long queuedNanos() {
        return link.queuedNanos();
    }

    /** What is due now. */
    public void run() {
        markers.deliver(session::confirmed);
        if (clock.nanos() >= nextPassNanos) {
            pass();
        }
    }

    /** One pass, now. */
    public void pass() {
        observer.passBegins();
        inPass = true;
        session.pass();
        inPass = false;
        observer.passEnded();
        schedulePass();
    }

    private void schedulePass() {
        nextPassIsIdle = !session.hasHeld();
        nextPassNanos = clock.nanos() + session.nanosUntilNextPass();
    }

    private long write(SimPacket packet, long bytes, Cause cause) {
        observer.written(packet, bytes, cause, link.send(bytes));
        ended(packet.settle());
        return bytes;
    }

    private void ended(@Nullable SimPacket packet) {
        if (packet != null) {
            observer.ended(packet);
        }
    }

    /** Where nothing was held an answer counts as what the budget paid for: its few bytes alone tell the two apart. */
    private Cause causeOfPass(SimPacket packet, boolean wouldWait) {
        if (session.isNeverHeld(packet.message())) {
            return Cause.IMMEDIATE;
        }
        return wouldWait && packet.message().edit() != null ? Cause.ANSWER : Cause.AT_ONCE;
    }

    private Cause causeOfRelease() {
        if (inPass) {
            return Cause.RELEASED;
        }
        SimPacket current = offering;
        boolean immediate = current == null
                || current.message().effect() != WorldEffect.NONE
                || current.message().type().kind() == DeliveryKind.IMMEDIATE;
        boolean answer = current != null && current.message().edit() != null;
        return immediate || answer ? Cause.TAKEN_ALONG : Cause.CAP;
    }

    private static boolean replaces(SimPacket newer, SimPacket older) {
        return newer.message().type().kind() == DeliveryKind.STATE
                && newer.message().target().equals(older.message().target());
    }

    private static long wireBytes(Object packet) {
        return switch (packet) {
            case SimPacket sim -> sim.wireBytes();
            case StateUpdate.Move move -> MOVE_BYTES;
            case StateUpdate.Indexed indexed ->
                INDEXED_BASE_BYTES
                        + (long) INDEXED_VALUE_BYTES * indexed.values().size();
            default -> throw new IllegalArgumentException("expected a simulated packet, found " + packet);
        };
    }

    private static SimPacket packetOf(@Nullable Object receipt) {
        if (receipt instanceof SimPacket packet) {
            return packet;
        }
        throw new IllegalArgumentException("expected a packet as its own receipt, found " + receipt);
    }

    private final class Sink implements PacketSink {
        @Override
        public long write(Object packet, @Nullable Object receipt) {
            return SimClient.this.write(packetOf(receipt), wireBytes(packet), causeOfRelease());
        }

        @Override
        public void flush() {
            // What is written is on the link already.
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is a packet's equality
        public void supersede(Object packet, @Nullable Object receipt) {
            SimPacket gone = packetOf(receipt);
            SimPacket by = offering;
            observer.superseded(gone, by);
            if (by != null && by != gone && replaces(by, gone)) {
                ended(by.inherit(gone));
            } else {
                ended(gone.settle());
            }
        }

        @Override
        public void abandon(Object packet, @Nullable Object receipt) {
            ended(packetOf(receipt).settle());
        }
    }
}
