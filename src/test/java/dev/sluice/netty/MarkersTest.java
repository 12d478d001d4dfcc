package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.PingPackets;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // tests look at the futures that matter
final class MarkersTest {

    private static final int OURS = 0x5100_0000;
    private static final String INTERCEPTOR = "protocol_lib_inbound_interceptor";

    private final FakeTicker ticker = new FakeTicker();
    private final LogLines log = new LogLines();
    private final EmbeddedChannel channel = serverChannel();
    private final List<Object> atServer = new ArrayList<>();
    private final AtomicReference<ClientLink> link = new AtomicReference<>();

    @Test
    void mark_writesAPingBehindTheHandler_andFlushes() throws Exception {
        attach(new FakePings());
        link.get().markers().mark(OURS);
        assertEquals(new FakePings.Ping(OURS), channel.readOutbound());
    }

    @Test
    void pong_toAMarker_isConsumedAndConfirmed() throws Exception {
        ClientSession session = attach(new FakePings());
        ticker.advanceMillis(1_500);
        channel.advanceTimeBy(1_500, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        FakePings.Ping ping = channel.readOutbound();
        assertTrue(MarkerIds.isOurs(ping.id()));
        ticker.advanceMillis(40);
        channel.writeInbound(new FakePings.Pong(ping.id()));
        assertEquals(List.of(), atServer);
        ticker.advanceMillis(1_000);
        channel.advanceTimeBy(1_000, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertEquals(40, session.getHealth().rttMillis(), 0.001);
        assertEquals(NetworkHealth.Status.HEALTHY, session.getHealth().status());
    }

    @Test
    void pong_ofAnotherPlugin_reachesTheServer() throws Exception {
        attach(new FakePings());
        channel.writeInbound(new FakePings.Pong(7), new FakePings.Pong(-1), new FakePings.Pong(OURS - 1), "move");
        assertEquals(
                List.of(new FakePings.Pong(7), new FakePings.Pong(-1), new FakePings.Pong(OURS - 1), "move"), atServer);
    }

    /** Of a plugin that draws its ids at random, one in 256 is of Sluice's range. */
    @Test
    void pong_ofOurRangeToAPingOfAnotherPlugin_reachesTheServer() throws Exception {
        attach(new FakePings());
        link.get().markers().mark(OURS);
        channel.writeInbound(new FakePings.Pong(OURS + 99), new FakePings.Pong(0));
        assertEquals(List.of(new FakePings.Pong(OURS + 99), new FakePings.Pong(0)), atServer);
    }

    /** The ring of outstanding markers has 256 places. */
    @Test
    void pong_repeatedOrToAMarkerThatIsNotOutstandingAnyMore_isConsumed() throws Exception {
        attach(new FakePings());
        for (int i = 0; i < 512; i++) {
            link.get().markers().mark(OURS + i);
        }
        channel.writeInbound(new FakePings.Pong(OURS + 511), new FakePings.Pong(OURS + 511), new FakePings.Pong(OURS));
        assertEquals(List.of(), atServer);
        link.get().markers().mark(OURS + 512);
        channel.writeInbound(new FakePings.Pong(OURS));
        assertEquals(List.of(new FakePings.Pong(OURS)), atServer);
    }

    @Test
    void attach_behindProtocolLib_standsBeforeItsListeners() throws Exception {
        List<Object> seen = new ArrayList<>();
        channel.pipeline().addAfter("decoder", INTERCEPTOR, new Listener(seen));
        attach(new FakePings());
        link.get().markers().mark(OURS);
        channel.writeInbound(new FakePings.Pong(OURS), new FakePings.Pong(7));
        assertEquals(List.of(new FakePings.Pong(7)), seen);
    }

    @Test
    void mark_protocolLibCameBetween_standsBeforeItsListenersAgain() throws Exception {
        List<Object> seen = new ArrayList<>();
        attach(new FakePings());
        link.get().markers().mark(OURS);
        channel.pipeline().addAfter("decoder", INTERCEPTOR, new Listener(seen));
        channel.writeInbound(new FakePings.Pong(OURS));
        assertEquals(1, seen.size(), "the listener stands where ProtocolLib puts it");
        link.get().markers().mark(OURS + 1);
        channel.writeInbound(new FakePings.Pong(OURS + 1));
        assertEquals(1, seen.size());
        assertEquals(List.of(), atServer);
    }

    @Test
    void detach_leavesThePipelineAsItWas() throws Exception {
        List<String> before = channel.pipeline().names();
        NettyBinding binding = new NettyBinding(packet -> null, new FakePings(), new Failures(log.logger()));
        attach(binding);
        assertFalse(channel.pipeline().names().equals(before));
        binding.detach(channel);
        channel.runPendingTasks();
        assertEquals(before, channel.pipeline().names());
        assertFalse(link.get().markers().isAvailable());
        link.get().markers().mark(OURS);
        assertEquals(0, channel.outboundMessages().size());
    }

    @Test
    void mark_whileThePhaseChanges_writesNothing() throws Exception {
        attach(new FakePings());
        channel.pipeline().addLast("outbound_config", new Refusing());
        link.get().markers().mark(OURS);
        assertEquals(0, channel.outboundMessages().size());
        assertTrue(link.get().markers().isAvailable());
    }

    @Test
    void mark_pingIsRefused_closesNothing() throws Exception {
        List<Throwable> raised = new ArrayList<>();
        channel.pipeline().addLast("errors", new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                raised.add(cause);
            }
        });
        channel.pipeline().addFirst("refusing", new Refusing());
        attach(new FakePings());
        link.get().markers().mark(OURS);
        assertEquals(List.of(), raised);
        assertTrue(channel.isActive());
    }

    @Test
    void mark_pingCannotBeBuilt_turnsMarkersOffAndIsLoggedOnce() throws Exception {
        attach(new BrokenPings());
        MarkerPort markers = link.get().markers();
        markers.mark(OURS);
        markers.mark(OURS + 1);
        assertFalse(markers.isAvailable());
        assertEquals(1, log.lines().size(), log.lines().toString());
    }

    @Test
    void pong_cannotBeRead_reachesTheServer() throws Exception {
        attach(new BrokenPings());
        channel.writeInbound(new FakePings.Pong(OURS), new FakePings.Pong(OURS));
        assertEquals(2, atServer.size());
        assertEquals(1, log.lines().size(), log.lines().toString());
    }

    @Test
    void attach_noPingsKnown_leavesMarkersUnavailable() throws Exception {
        attach(PingPackets.NONE);
        assertFalse(link.get().markers().isAvailable());
        channel.writeInbound(new FakePings.Pong(OURS));
        assertEquals(1, atServer.size());
    }

    private ClientSession attach(PingPackets pings) throws Exception {
        return attach(new NettyBinding(packet -> null, pings, new Failures(log.logger())));
    }

    private ClientSession attach(NettyBinding binding) throws Exception {
        var attached = binding.attach(channel, given -> {
            link.set(given);
            return new ClientSession(
                    new UUID(0, 1),
                    SessionFixture.rate(10_000),
                    ticker,
                    given,
                    move -> move,
                    LinkProbe.NONE,
                    ServerCaps.NONE,
                    new SplittableRandom(1));
        });
        channel.runPendingTasks();
        return attached.get(1, TimeUnit.SECONDS);
    }

    private EmbeddedChannel serverChannel() {
        EmbeddedChannel made = new EmbeddedChannel();
        made.freezeTime();
        made.pipeline().addLast("decoder", new ChannelInboundHandlerAdapter());
        made.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object msg) {
                atServer.add(msg);
            }
        });
        return made;
    }

    private static final class BrokenPings implements PingPackets {
        @Override
        public boolean areKnown() {
            return true;
        }

        @Override
        public Object ping(int id) {
            throw new IllegalStateException("no such constructor");
        }

        @Override
        public OptionalInt pongId(Object packet) {
            throw new IllegalStateException("no such field");
        }
    }

    /** Notes what passes, as ProtocolLib's listeners would. */
    private static final class Listener extends ChannelInboundHandlerAdapter {
        private final List<Object> seen;

        private Listener(List<Object> seen) {
            this.seen = seen;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            seen.add(msg);
            ctx.fireChannelRead(msg);
        }
    }

    /** Refuses every packet, as vanilla's pipeline does between two phases. */
    private static final class Refusing extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
            ReferenceCountUtil.release(msg);
            promise.setFailure(new IllegalStateException("no outbound protocol"));
        }
    }
}
