package dev.sluice.engine;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** A session on a fake clock that writes into lists; plays the part of the outbound handler. */
public final class SessionFixture {

    public final FakeTicker ticker;
    public final RecordingSink sink = new RecordingSink(SessionFixture::wireBytes);
    public final ClientSession session;
    public double rttMillis = 20;
    private int receipts;

    public SessionFixture(EngineConfig config) {
        this(config, MarkerPort.NONE, new FakeTicker());
    }

    public SessionFixture(EngineConfig config, MarkerPort markers, FakeTicker ticker) {
        this.ticker = ticker;
        LinkProbe probe = new LinkProbe() {
            @Override
            public LinkReading read() {
                return LinkReading.ofRtt(rttMillis);
            }

            @Override
            public String name() {
                return "test";
            }
        };
        session = new ClientSession(
                new UUID(0, 1),
                config,
                ticker,
                new ClientLink(sink, markers, LinkProbe.NONE),
                move -> move,
                probe,
                ServerCaps.NONE,
                new SplittableRandom(1));
    }

    /** A session on a link of its own, whose time stands still. */
    public static ClientSession on(ClientLink link, EngineConfig config) {
        return new ClientSession(new UUID(0, 1), config, new FakeTicker(), link.sink(), move -> move, LinkProbe.NONE);
    }

    /** The default configuration at another rate. */
    public static EngineConfig rate(long bytesPerSecond) {
        EngineConfig base = EngineConfig.DEFAULT;
        BandwidthConfig bandwidth = new BandwidthConfig(bytesPerSecond, 20, 2);
        return with(base, bandwidth, base.shares(), base.maxHeldBytes(), base.maxHeldMessages());
    }

    /** A configuration with other shares. */
    public static EngineConfig shares(EngineConfig base, Map<MessagePriority, Double> shares) {
        return with(base, base.bandwidth(), shares, base.maxHeldBytes(), base.maxHeldMessages());
    }

    /** A configuration by which less may be held. */
    public static EngineConfig capped(EngineConfig base, long maxHeldBytes, int maxHeldMessages) {
        return with(base, base.bandwidth(), base.shares(), maxHeldBytes, maxHeldMessages);
    }

    /** A configuration by which passes go by another clock. */
    public static EngineConfig clocked(EngineConfig base, ClockPolicy clock) {
        NetworkProfile of = base.profile();
        return base.withProfile(new NetworkProfile(
                of.name(),
                clock,
                of.quantumMillis(),
                of.entityIntervalTicks(),
                of.keepaliveMillis(),
                of.burstTicks(),
                of.reliableTypes(),
                of.neverDroppedTypes(),
                of.visibility()));
    }

    private static EngineConfig with(
            EngineConfig base,
            BandwidthConfig bandwidth,
            Map<MessagePriority, Double> shares,
            long maxHeldBytes,
            int maxHeldMessages) {
        return new EngineConfig(
                bandwidth,
                shares,
                base.managed(),
                base.maxDeferralNanos(),
                base.adaptive(),
                maxHeldBytes,
                maxHeldMessages,
                base.profile(),
                base.control());
    }

    /** Offers a packet and writes it if it passes. */
    public Decision send(TestPacket packet) {
        Object receipt = "receipt " + receipts++;
        Decision decision = session.offer(packet.message(), packet, receipt);
        if (decision instanceof Decision.Pass) {
            session.passed(packet.message(), sink.write(packet, receipt));
        }
        return decision;
    }

    /** Spends all credit, so that what follows is held. */
    public void congest() {
        send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 200_000, Target.StreamTarget.WORLD));
        sink.written.clear();
    }

    /** Lets time pass, with a pass every 10 ms. */
    public void run(long millis) {
        for (long i = 0; i < millis; i += 10) {
            ticker.advanceMillis(10);
            session.pass();
        }
    }

    /** Runs until nothing is held; fails after ten minutes of its time. */
    public void drain() {
        for (int i = 0; i < 60_000 && session.hasHeld(); i++) {
            run(10);
        }
        if (session.hasHeld()) {
            throw new AssertionError("still held after ten minutes: " + session.stats());
        }
    }

    public List<String> writtenLabels() {
        return sink.written.stream().map(Object::toString).toList();
    }

    public int receipts() {
        return receipts;
    }

    private static long wireBytes(Object packet) {
        return packet instanceof TestPacket test ? test.bytes() : packet instanceof StateUpdate.Move ? 12 : 0;
    }
}
