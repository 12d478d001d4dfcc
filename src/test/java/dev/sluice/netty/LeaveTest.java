package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server says that a player is gone, before the connection has ended or the player is configured anew. */
@SuppressWarnings("FutureReturnValueIgnored") // tests look at the futures that matter
final class LeaveTest {

    private final LogLines log = new LogLines();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(
            packet -> packet instanceof TestPacket test ? test.message() : null, new Failures(log.logger()));
    private final CompletableFuture<Void> tickEnd = new CompletableFuture<>();

    /** A chunk of the world and a line of the chat are held. */
    @BeforeEach
    void hold() {
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
        attach();
        channel.write(TestPacket.chunk(0, 0, 2_000));
        channel.write(TestPacket.chunk(1, 0, 2_000));
        channel.write(TestPacket.chat("line", 50));
        assertEquals(List.of("chunk 0 0"), written());
        channel.outboundMessages().clear();
    }

    @Test
    void leave_startConfigurationFollows_onlyWhatStillMattersGoesBeforeIt() {
        CompletableFuture<Void> left = leave();

        channel.writeOutbound(TestPacket.startConfiguration(), "outbound protocol");

        assertEquals(List.of("line", TestPacket.startConfiguration().toString(), "outbound protocol"), written());
        endTick();
        assertLeft(left);
        assertEquals(3, written().size(), written()::toString);
    }

    /** As for the kick of a player whose link is slow: the reason is on its way, and the channel still open. */
    @Test
    void leave_serverReadsNoMore_nothingIsWrittenAnyMore() {
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("late", 50));
        CompletableFuture<Void> left = leave();

        channel.config().setAutoRead(false);
        endTick();

        assertLeft(left);
        assertEquals(List.of(), written());
        assertFalse(held.isDone());
        channel.close();
        channel.runPendingTasks();
        assertInstanceOf(ClosedChannelException.class, held.cause());
    }

    /** A void promise that fails raises an exception in the pipeline. */
    @Test
    void close_packetForWhichNobodyWaitsIsHeld_raisesNothing() {
        channel.write(TestPacket.chat("late", 50), channel.voidPromise());

        channel.close();
        channel.runPendingTasks();

        assertEquals(List.of(), written());
        channel.checkException();
    }

    /**
     * Up to Paper 1.21.5 each write has this listener, and the server closes the channel at the second exception: the reason of a
     * kick, which is still on its way, would be lost.
     */
    @Test
    void leave_failedWritesRaiseExceptions_noneIsRaisedWhileTheReasonIsOnItsWay() {
        List<Throwable> raised = new ArrayList<>();
        channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                if (ctx.channel().isOpen()) {
                    raised.add(cause);
                }
            }
        });
        channel.write(TestPacket.chat("late", 50)).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        CompletableFuture<Void> left = leave();

        channel.config().setAutoRead(false);
        endTick();
        channel.close();
        channel.runPendingTasks();

        assertLeft(left);
        assertEquals(List.of(), raised);
    }

    @Test
    void leave_connectionEnds_nothingIsWrittenAnyMore() {
        CompletableFuture<Void> left = leave();

        channel.close();
        channel.runPendingTasks();
        endTick();

        assertTrue(left.isDone() && !left.isCompletedExceptionally());
        assertEquals(List.of(), written());
        assertEquals(List.of(), log.lines());
    }

    @Test
    void leave_connectionHasEnded_isLeftAtOnce() {
        channel.close();
        channel.runPendingTasks();

        assertTrue(leave().isDone());
        assertEquals(List.of(), written());
    }

    /** As when a plugin tells others that somebody is gone who stays. */
    @Test
    void leave_nothingFollows_allIsReleasedInOrderAsTheTickEnds() {
        CompletableFuture<Void> left = leave();
        assertEquals(List.of(), written());

        endTick();

        assertLeft(left);
        assertEquals(List.of("chunk 1 0", "line"), written());
    }

    /** It may be a start_configuration that Sluice does not know: nothing of the world may come behind that. */
    @Test
    void leave_unknownPacketFollows_allGoesBeforeIt() {
        leave();

        channel.writeOutbound("unknown", TestPacket.chunk(2, 0, 2_000));

        assertEquals(List.of("chunk 1 0", "line", "unknown", "chunk 2 0"), written());
    }

    @Test
    void leave_attachedAnewWithinTheTick_newSessionStays() {
        CompletableFuture<Void> left = leave();
        channel.writeOutbound(TestPacket.startConfiguration());
        attach();
        var handler = channel.pipeline().get(HoldingHandler.NAME);

        endTick();

        assertTrue(left.isDone());
        assertEquals(handler, channel.pipeline().get(HoldingHandler.NAME));
        assertTrue(channel.pipeline().names().contains(WireMeter.NAME));
    }

    private void attach() {
        CompletableFuture<ClientSession> attached =
                binding.attach(channel, link -> SessionFixture.on(link, SessionFixture.rate(10_000)));
        channel.runPendingTasks();
        attached.join();
    }

    private CompletableFuture<Void> leave() {
        CompletableFuture<Void> left = binding.leave(channel, tickEnd);
        channel.runPendingTasks();
        return left;
    }

    private void endTick() {
        tickEnd.complete(null);
        channel.runPendingTasks();
    }

    private void assertLeft(CompletableFuture<Void> left) {
        assertTrue(left.isDone() && !left.isCompletedExceptionally());
        assertFalse(channel.pipeline().names().contains(HoldingHandler.NAME));
        assertFalse(channel.pipeline().names().contains(WireMeter.NAME));
        assertEquals(List.of(), log.lines());
    }

    private List<String> written() {
        channel.flush();
        return channel.outboundMessages().stream().map(Object::toString).toList();
    }
}
