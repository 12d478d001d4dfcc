package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Channels that Sluice cannot stand in, and what it says of others. */
final class NettyBindingTest {

    /** As another plugin's player has that never connected: it belongs to no event loop. */
    private final Channel unregistered = new LocalChannel();

    private final LogLines log = new LogLines();
    private final NettyBinding binding = new NettyBinding(packet -> null, new Failures(log.logger()));

    @Test
    void attach_channelWithoutEventLoop_fails() {
        assertWithoutEventLoop(binding.attach(unregistered, link -> {
            throw new AssertionError("expected no session");
        }));
    }

    @Test
    void detach_channelWithoutEventLoop_fails() {
        assertWithoutEventLoop(binding.detach(unregistered));
    }

    /** Its handlers have the name of the plugin that has brought it, also as a part of its own jar. */
    @Test
    void attach_packetEventsInThePipelines_isSaidOnceWithThePlugins() {
        attach("pe-encoder-packetevents", "pe-encoder-grimac");
        attach("pe-encoder-packetevents");

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("PacketEvents (packetevents, grimac)"), log.lines()::toString);
    }

    @Test
    void attach_otherHandlers_saysNothing() {
        attach("via-encoder", "protocol_lib_wire_packet_encoder");

        assertEquals(List.of(), log.lines());
    }

    private void attach(String... handlers) {
        EmbeddedChannel channel = new EmbeddedChannel();
        for (String name : handlers) {
            channel.pipeline().addLast(name, new ChannelOutboundHandlerAdapter());
        }
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
        CompletableFuture<ClientSession> attached =
                binding.attach(channel, link -> SessionFixture.on(link, EngineConfig.DEFAULT));
        channel.runPendingTasks();
        attached.join();
    }

    private static void assertWithoutEventLoop(CompletableFuture<?> done) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> done.get(1, TimeUnit.SECONDS));
        assertInstanceOf(IllegalStateException.class, failure.getCause());
        assertTrue(failure.toString().contains("event loop"), failure::toString);
    }
}
