package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The oracle in a real pipeline, with several threads that send at the same time. */
final class ConcurrentOracleTest {

    private static final int SENDERS = 4;
    private static final int SCENARIOS_EACH = 40;
    private static final long FIRST_SEED = 900_000;
    private static final int MOST_POLLS = 3_000;

    @Test
    void handler_manySenders_leavesTheClientTheSameWorld() throws Exception {
        try (JudgedChannel channel = new JudgedChannel()) {
            NettyBinding binding = new NettyBinding(
                    packet -> packet instanceof Sent sent ? sent.message : null,
                    new Failures(Logger.getLogger("test")));
            Step.Configure slow = new Step.Configure(150_000, 2, 0, 0, 200, 4, 16 << 20, 65_536, 5);
            ClientSession session = binding.attach(
                            channel.server(),
                            link -> new ClientSession(
                                    new UUID(0, 1),
                                    ModelConfig.of(slow),
                                    System::nanoTime,
                                    link.sink(),
                                    new ModelComposer(),
                                    LinkProbe.NONE))
                    .get(10, TimeUnit.SECONDS);
            AtomicInteger unsettled = new AtomicInteger();
            sendFromThreads(channel.server(), unsettled);
            boolean held = onLoop(channel, session::hasHeld);
            session.reconfigure(ModelConfig.of(ModelConfig.FAST));
            for (int i = 0; i < MOST_POLLS && onLoop(channel, session::hasHeld); i++) {
                // Waits on the loop's own clock for the passes to go on.
                channel.server()
                        .eventLoop()
                        .schedule(() -> {}, 10, TimeUnit.MILLISECONDS)
                        .sync();
            }
            assertFalse(onLoop(channel, session::hasHeld), "still held: " + session.stats());
            assertEquals(List.of(), onLoop(channel, channel::verdict));
            assertEquals(0, onLoop(channel, unsettled::get), "promises that nobody kept");
            assertTrue(held, "nothing was held: the rate is too high for this load");
            assertTrue(onLoop(channel, channel::offered) > SENDERS * SCENARIOS_EACH * 100, "too few were sent");
        }
    }

    private static void sendFromThreads(Channel server, AtomicInteger unsettled) throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            long first = FIRST_SEED + (long) i * SCENARIOS_EACH;
            senders.add(Thread.ofPlatform().name("sender-" + i).start(() -> {
                for (long seed = first; seed < first + SCENARIOS_EACH; seed++) {
                    for (Step step : Generator.scenario(seed).steps()) {
                        if (step instanceof Step.Send(ModelPacket packet)) {
                            unsettled.incrementAndGet();
                            server.writeAndFlush(packet).addListener(done -> unsettled.decrementAndGet());
                        }
                    }
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private static <T> T onLoop(JudgedChannel channel, java.util.concurrent.Callable<T> task) throws Exception {
        return channel.server().eventLoop().submit(task).get(30, TimeUnit.SECONDS);
    }
}
