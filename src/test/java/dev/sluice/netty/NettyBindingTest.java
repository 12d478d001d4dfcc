package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import io.netty.channel.Channel;
import io.netty.channel.local.LocalChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Channels that Sluice cannot stand in. */
final class NettyBindingTest {

    /** As another plugin's player has that never connected: it belongs to no event loop. */
    private final Channel unregistered = new LocalChannel();

    private final NettyBinding binding = new NettyBinding(packet -> null, new Failures(new LogLines().logger()));

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

    private static void assertWithoutEventLoop(CompletableFuture<?> done) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> done.get(1, TimeUnit.SECONDS));
        assertInstanceOf(IllegalStateException.class, failure.getCause());
        assertTrue(failure.toString().contains("event loop"), failure::toString);
    }
}
