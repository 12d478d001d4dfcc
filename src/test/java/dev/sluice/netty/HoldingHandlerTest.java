package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.NetworkProfiles;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // tests look at the futures that matter
final class HoldingHandlerTest {

    private static final Classifier LABELLED = packet -> packet instanceof TestPacket test ? test.message() : null;

    private final FakeTicker ticker = new FakeTicker();
    private final LogLines log = new LogLines();
    private @Nullable ClientSession session;
    private @Nullable ChannelPromise refused;

    @Test
    void write_heldPacket_completesItsPromiseWhenItIsWritten() throws Exception {
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("hello", 50));
        channel.flushOutbound();
        assertFalse(held.isDone(), "written at once: nothing was held");
        pass(channel, 500);
        assertTrue(held.isSuccess());
        assertEquals(2_050, wireBytes(channel));
    }

    @Test
    void write_supersededState_succeedsWithoutBeingWritten() throws Exception {
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture older = channel.writeOneOutbound(TestPacket.sync(7, "older"));
        ChannelFuture newer = channel.writeOneOutbound(TestPacket.sync(7, "newer"));
        assertTrue(older.isSuccess());
        assertFalse(newer.isDone());
        pass(channel, 500);
        assertTrue(newer.isSuccess());
        assertEquals(2_060, wireBytes(channel));
    }

    @Test
    void write_unknownPacket_passesAndIsCounted() throws Exception {
        EmbeddedChannel channel = attached(packet -> null, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 90_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 90_000));
        assertEquals(180_000, wireBytes(channel));
    }

    /** As a library writes that encodes packets by itself. */
    @Test
    void write_bytesWhileSomethingIsHeld_passUntouched() throws Exception {
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.spawn(7, 0, 0));
        assertEquals(2_000, wireBytes(channel));
        ByteBuf metadata = Unpooled.wrappedBuffer(new byte[] {0x63, 7, (byte) 0xff});

        ChannelFuture written = channel.writeOneOutbound(metadata);

        channel.flushOutbound();
        ByteBuf out = channel.readOutbound();
        assertSame(metadata, out);
        assertEquals(1, out.refCnt());
        assertEquals(3, out.readableBytes());
        assertTrue(written.isSuccess());
        assertFalse(held.isDone(), "the spawn has gone");
        out.release();
    }

    @Test
    void write_classifierFails_everythingPassesAndTheCauseIsLoggedOnce() throws Exception {
        Classifier failing = packet -> {
            if (packet instanceof TestPacket test && test.label().equals("bad")) {
                throw new IllegalStateException("no such field");
            }
            return LABELLED.classify(packet);
        };
        EmbeddedChannel channel = attached(failing, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("held", 50));
        assertFalse(held.isDone());
        channel.writeOneOutbound(TestPacket.chat("bad", 50));
        channel.writeOneOutbound(TestPacket.chunk(1, 0, 2_000));
        channel.writeOneOutbound(TestPacket.chat("after", 50));
        assertEquals(4_150, wireBytes(channel));
        assertTrue(held.isSuccess(), "stranded by the failure");
        assertEquals(1, log.lines().size(), log.lines().toString());
    }

    /** A refused one hides no other one that went out within the same write: the client may have got that one last. */
    @Test
    void write_otherHeadAndARefusedPacketFromWrite_oldHeadIsSentAgain() throws Exception {
        EmbeddedChannel channel = attached(
                packet -> {
                    if (packet instanceof TestPacket test && test.label().equals("refused")) {
                        // The pipeline takes no packet whose promise is done.
                        Objects.requireNonNull(refused).setSuccess();
                    }
                    return LABELLED.classify(packet);
                },
                SessionFixture.rate(125_000));
        List<String> written = new ArrayList<>();
        channel.pipeline().addBefore(HoldingHandler.NAME, "nesting", new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
                written.add(msg.toString());
                ctx.write(msg, promise);
                if (written.size() == 2) {
                    channel.write(head("south"));
                    refused = channel.newPromise();
                    channel.write(TestPacket.chat("refused", 50), refused);
                }
            }
        });
        channel.write(TestPacket.spawnAt(7, 1, 64, 1));
        channel.write(head("north"));

        channel.write(head("north"));

        assertEquals(List.of("spawn", "north", "south", "north"), written);
        channel.releaseOutbound();
    }

    private static TestPacket head(String value) {
        return TestPacket.state(
                new MessageType(31, "head", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6),
                7,
                6,
                new StateUpdate.Absolute(Component.HEAD, value),
                value);
    }

    @Test
    void pass_moreHeldThanTheCapAgainAndAgain_isLoggedOnce() throws Exception {
        EngineConfig base = SessionFixture.rate(1_000);
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.capped(base, base.maxHeldBytes(), 2));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 60_000));
        for (int i = 0; i < 3; i++) {
            channel.writeOneOutbound(TestPacket.chat("line " + i, 50));
        }
        assertEquals(List.of(), log.lines());
        pass(channel, 50);
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("3 packets (150 bytes)"), log.lines()::toString);

        channel.writeOneOutbound(TestPacket.chat("line 3", 50));
        pass(channel, 50);

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertEquals(60_100, wireBytes(channel));
    }

    @Test
    void tick_kernelClock_releasesWhatIsDue() throws Exception {
        NettyBinding binding = new NettyBinding(LABELLED, new Failures(log.logger()));
        EngineConfig config = SessionFixture.rate(10_000).withProfile(NetworkProfiles.TURN_BASED);
        EmbeddedChannel channel = attached(LABELLED, config);
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 3_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("held", 50));
        pass(channel, 200);
        assertFalse(held.isDone(), "released without a tick");
        Objects.requireNonNull(session).scheduler().tickScheduler(ticker.nanos());
        binding.tick(channel);
        channel.runPendingTasks();
        assertTrue(held.isSuccess());
    }

    @Test
    void tick_closedChannel_doesNothing() throws Exception {
        NettyBinding binding = new NettyBinding(LABELLED, new Failures(log.logger()));
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.close().sync();
        channel.runPendingTasks();
        binding.tick(channel);
        channel.runPendingTasks();
        assertEquals(-1, channel.runScheduledPendingTasks(), "a pass is scheduled for a closed channel");
    }

    @Test
    void remove_whileAPassWrites_leavesNoPassBehind() throws Exception {
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.pipeline().addBefore(HoldingHandler.NAME, "remover", new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
                if (msg instanceof TestPacket packet && packet.label().equals("held")) {
                    ctx.pipeline().remove(HoldingHandler.NAME);
                }
                ctx.write(msg, promise);
            }
        });
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("held", 50));
        ChannelFuture behind = channel.writeOneOutbound(TestPacket.chat("behind", 50));
        pass(channel, 500);
        assertTrue(held.isSuccess() && behind.isSuccess());
        assertEquals(-1, channel.runScheduledPendingTasks(), "a pass is scheduled for a handler that is gone");
    }

    @Test
    void close_heldPackets_failTheirPromises() throws Exception {
        EmbeddedChannel channel = attached(LABELLED, SessionFixture.rate(10_000));
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("held", 50));
        channel.close().sync();
        assertTrue(held.isDone());
        assertInstanceOf(ClosedChannelException.class, held.cause());
    }

    @Test
    void attach_noConnectionHandler_failsAndLeavesThePipeline() {
        EmbeddedChannel channel = new EmbeddedChannel(new Encoder());
        List<String> before = channel.pipeline().names();
        var attached = new NettyBinding(LABELLED, new Failures(log.logger())).attach(channel, sink -> {
            throw new AssertionError("expected no session");
        });
        channel.runPendingTasks();
        assertTrue(attached.isCompletedExceptionally());
        assertEquals(before, channel.pipeline().names());
    }

    private void pass(EmbeddedChannel channel, int millis) {
        for (int i = 0; i < millis; i += 10) {
            ticker.advanceMillis(10);
            channel.advanceTimeBy(10, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private EmbeddedChannel attached(Classifier classifier, EngineConfig config) throws Exception {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast("encoder", new Encoder());
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
        var attached = new NettyBinding(classifier, new Failures(log.logger()))
                .attach(
                        channel,
                        link -> new ClientSession(
                                new UUID(0, 1), config, ticker, link.sink(), move -> move, LinkProbe.NONE));
        channel.runPendingTasks();
        session = attached.get(1, TimeUnit.SECONDS);
        return channel;
    }

    private static long wireBytes(EmbeddedChannel channel) {
        channel.flushOutbound();
        long bytes = 0;
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            bytes += out.readableBytes();
            out.release();
        }
        return bytes;
    }

    private static final class Encoder extends MessageToByteEncoder<TestPacket> {
        @Override
        protected void encode(ChannelHandlerContext ctx, TestPacket packet, ByteBuf out) {
            out.writeZero(packet.bytes());
        }
    }
}
