package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a release brings forth goes behind what is held, also while Sluice leaves. */
@SuppressWarnings("FutureReturnValueIgnored") // nobody asks for the promises
final class DetachOrderTest {

    private final List<String> written = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(
            packet -> packet instanceof TestPacket test ? test.message() : null, new Failures(new LogLines().logger()));

    @Test
    void detach_packetFromWithinARelease_goesBehindWhatIsHeld() {
        attach();
        channel.write(TestPacket.chunk(0, 0, 2_000));
        channel.write(TestPacket.chat("first", 50));
        channel.write(TestPacket.chat("second", 50));
        assertEquals(List.of("chunk 0 0"), written);

        CompletableFuture<Void> detached = binding.detach(channel);
        channel.runPendingTasks();

        detached.join();
        assertEquals(List.of("chunk 0 0", "first", "second", "answer"), written);
        assertEquals(-1, channel.runScheduledPendingTasks(), "a pass is scheduled for a handler that is gone");
    }

    /** Behind Sluice stands what answers the first line with another one, from the pipeline's end. */
    private void attach() {
        channel.pipeline().addLast("nesting", new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
                written.add(msg.toString());
                ctx.write(msg, promise);
                if (msg instanceof TestPacket packet && packet.label().equals("first")) {
                    channel.write(TestPacket.chat("answer", 50));
                }
            }
        });
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
        CompletableFuture<ClientSession> attached =
                binding.attach(channel, link -> SessionFixture.on(link, SessionFixture.rate(10_000)));
        channel.runPendingTasks();
        attached.join();
    }
}
