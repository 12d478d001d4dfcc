package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whatever fails in the handler costs no packet, no promise and not the connection, which an exception would close. */
@SuppressWarnings("FutureReturnValueIgnored") // tests look at the futures that matter
final class HoldingHandlerFailuresTest {

    private static final Classifier LABELLED = packet -> packet instanceof TestPacket test ? test.message() : null;
    private static final int NEVER = -1;

    /** More than the clock is asked in a run. */
    private static final int CLOCK_CALLS = 300;

    private final LogLines log = new LogLines();
    private final NettyBinding binding = new NettyBinding(LABELLED, new Failures(log.logger()));
    private final FakeTicker ticker = new FakeTicker();
    private final List<String> written = new ArrayList<>();
    private final List<Throwable> heard = new ArrayList<>();
    private boolean inactiveHeard;
    private boolean composeFails;
    private boolean clockFails;
    private int clockCalls;
    private int clockFailsAt = NEVER;

    @Test
    void attach_sessionCannotBeMade_futureTellsWhyAndTheConnectionHearsNothing() {
        EmbeddedChannel channel = channel();
        List<String> before = channel.pipeline().names();
        NoClassDefFoundError cause = new NoClassDefFoundError("gone");
        CompletableFuture<ClientSession> attached = binding.attach(channel, link -> {
            throw cause;
        });
        channel.runPendingTasks();
        ExecutionException failure = assertThrows(ExecutionException.class, () -> attached.get(1, TimeUnit.SECONDS));
        assertEquals(cause, Objects.requireNonNull(failure.getCause()).getCause());
        assertEquals(List.of(), heard);
        assertEquals(before, channel.pipeline().names());
    }

    @Test
    void detach_composeFails_isReportedAndTheConnectionHearsNothing() throws Exception {
        EmbeddedChannel channel = attached();
        ChannelFuture held = holdMerged(channel);
        composeFails = true;
        CompletableFuture<Void> detached = binding.detach(channel);
        channel.runPendingTasks();
        detached.get(1, TimeUnit.SECONDS);
        assertEquals(List.of(), heard);
        assertTrue(held.isSuccess());
        assertEquals(List.of("chunk 0 0", "move 7"), written);
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertFalse(channel.pipeline().names().contains(HoldingHandler.NAME));
    }

    @Test
    void pass_composeFails_promisesAreKeptAndTheOthersGo() throws Exception {
        EmbeddedChannel channel = attached();
        ChannelFuture held = holdMerged(channel);
        ChannelFuture chat = channel.writeOneOutbound(TestPacket.chat("hello", 50));
        composeFails = true;
        pass(channel, 1_000);
        assertTrue(held.isSuccess() && chat.isSuccess());
        assertEquals(3, written.size(), written::toString);
        assertTrue(written.contains("move 7") && written.contains("hello"), written::toString);
        assertEquals(1, log.lines().size(), log.lines()::toString);
    }

    @Test
    void inactive_clockFails_connectionHearsOfItAndPromisesFail() throws Exception {
        EmbeddedChannel channel = attached();
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.chat("hello", 50));
        clockFails = true;
        channel.close();
        channel.runPendingTasks();
        assertTrue(inactiveHeard);
        assertInstanceOf(ClosedChannelException.class, held.cause());
        assertEquals(List.of(), heard);
        assertEquals(-1, channel.runScheduledPendingTasks(), "a pass is scheduled for a closed channel");
    }

    /** Wherever the clock is asked: in an offer, for the next pass, in a pass. */
    @Test
    void anyStep_clockFailsOnce_nothingIsLostTwiceOrOvertaken() throws Exception {
        int failed = 0;
        for (int at = 0; at < CLOCK_CALLS; at++) {
            HoldingHandlerFailuresTest run = new HoldingHandlerFailuresTest();
            run.chatsWhileTheClockFailsAt(at);
            failed += run.log.lines().isEmpty() ? 0 : 1;
        }
        assertTrue(failed > 50, "the clock has failed " + failed + " times only");
    }

    private void chatsWhileTheClockFailsAt(int call) throws Exception {
        EmbeddedChannel channel = attached();
        clockCalls = 0;
        clockFailsAt = call;
        List<String> sent = new ArrayList<>(List.of("chunk 0 0"));
        List<ChannelFuture> promises = new ArrayList<>();
        promises.add(channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000)));
        for (int i = 0; i < 10; i++) {
            sent.add("line " + i);
            promises.add(channel.writeOneOutbound(TestPacket.chat("line " + i, 50)));
            channel.flushOutbound();
            pass(channel, 30);
        }
        pass(channel, 5_000);
        assertEquals(sent, written, "clock fails at " + call);
        assertTrue(promises.stream().allMatch(ChannelFuture::isSuccess), "clock fails at " + call);
        assertEquals(List.of(), heard);
    }

    private static ChannelFuture holdMerged(EmbeddedChannel channel) {
        channel.writeOneOutbound(TestPacket.chunk(0, 0, 2_000));
        ChannelFuture held = channel.writeOneOutbound(TestPacket.move(7, 1, 0, 0));
        ChannelFuture merged = channel.writeOneOutbound(TestPacket.move(7, 2, 0, 0));
        assertFalse(held.isDone());
        assertTrue(merged.isSuccess());
        return held;
    }

    private void pass(EmbeddedChannel channel, int millis) {
        for (int i = 0; i < millis; i += 10) {
            ticker.advanceMillis(10);
            channel.advanceTimeBy(10, TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private EmbeddedChannel attached() throws Exception {
        EmbeddedChannel channel = channel();
        var attached = binding.attach(channel, this::session);
        channel.runPendingTasks();
        attached.get(1, TimeUnit.SECONDS);
        return channel;
    }

    private ClientSession session(ClientLink link) {
        return new ClientSession(
                new UUID(0, 1),
                SessionFixture.rate(10_000),
                () -> {
                    if (clockFails || clockCalls++ == clockFailsAt) {
                        throw new IllegalStateException("no time");
                    }
                    return ticker.nanos();
                },
                link.sink(),
                update -> {
                    if (composeFails) {
                        throw new IllegalStateException("cannot compose");
                    }
                    return update;
                },
                LinkProbe.NONE);
    }

    private EmbeddedChannel channel() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast("encoder", new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object packet, ChannelPromise promise) {
                written.add(packet.toString());
                ctx.write(Unpooled.buffer().writeZero(packet instanceof TestPacket test ? test.bytes() : 12), promise);
            }
        });
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                heard.add(cause);
            }

            @Override
            public void channelInactive(ChannelHandlerContext ctx) {
                inactiveHeard = true;
            }
        });
        return channel;
    }
}
