package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandler;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle in a real pipeline, with several threads that send at the same time and one that meddles. */
final class ConcurrentOracleTest {

    private static final int SENDERS = 4;
    private static final int SCENARIOS_EACH = 40;
    private static final long FIRST_SEED = 900_000;
    private static final int MOST_POLLS = 3_000;

    /** After so many packets a sender waits for the event loop. */
    private static final int SENT_AT_ONCE = 50;

    /** In every other run the session is detached after so many packets, at most. */
    private static final int MOST_BEFORE_DETACHING = 12_000;

    /**
     * What a run does.
     *
     * @param seed of the first scenario, and of what the bystander does
     * @param bystander whether there is one
     * @param detaches whether it detaches in mid-flood
     * @param sabotage stands between the engine and the wire; null for nothing
     */
    private record Plan(
            long seed,
            int scenariosEach,
            boolean bystander,
            boolean detaches,
            @Nullable ChannelOutboundHandler sabotage) {
        static Plan sabotaged(ChannelOutboundHandler sabotage) {
            return new Plan(FIRST_SEED, 2, false, false, sabotage);
        }

        @Override
        public String toString() {
            return "seed " + seed + (detaches ? ", detaching" : "");
        }
    }

    /** What was seen of one run. */
    private record Soak(List<String> problems, int unsettled, long deferred, boolean detached, int offered) {}

    /** Two runs, or as many as begin within a time: {@code -Dsoak.seconds=600}. */
    @Test
    void handler_manySendersAndABystander_leavesTheClientTheSameWorld() throws Exception {
        long start = System.nanoTime();
        long most = TimeUnit.SECONDS.toNanos(Long.getLong("soak.seconds", 0));
        for (int run = 0; run < 2 || System.nanoTime() - start < most; run++) {
            long seed = FIRST_SEED + (long) run * SENDERS * SCENARIOS_EACH;
            Plan plan = new Plan(seed, SCENARIOS_EACH, true, run % 2 == 1, null);
            Soak soak = soak(plan);
            assertEquals(List.of(), soak.problems(), plan::toString);
            assertEquals(0, soak.unsettled(), () -> "promises that nobody kept, " + plan);
            assertTrue(soak.deferred() > 0, () -> "nothing was held: the rate is too high for this load, " + plan);
            assertEquals(plan.detaches(), soak.detached(), plan::toString);
            assertTrue(soak.offered() > SENDERS * SCENARIOS_EACH * 100, () -> "too few were sent, " + plan);
        }
    }

    /** The soak can fail: it notices who writes from another thread what overtakes there. */
    @Test
    void soak_handlerThatWritesFromAnotherThread_isNoticed() throws Exception {
        try (RacyWrites racy = new RacyWrites()) {
            assertFalse(soak(Plan.sabotaged(racy)).problems().isEmpty());
        }
    }

    /** The soak can fail: it notices a lost packet of many. */
    @Test
    void soak_handlerThatLosesAPacket_isNoticed() throws Exception {
        ChannelOutboundHandlerAdapter losing = new ChannelOutboundHandlerAdapter() {
            private int facts;

            @Override
            @SuppressWarnings("FutureReturnValueIgnored") // the promise tells
            public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
                if (msg instanceof Sent sent && sent.packet instanceof ModelPacket.SystemChat && ++facts == 20) {
                    promise.setSuccess();
                } else {
                    ctx.write(msg, promise);
                }
            }
        };
        assertFalse(soak(Plan.sabotaged(losing)).problems().isEmpty());
    }

    /** Sends from several threads at once. */
    private static Soak soak(Plan plan) throws Exception {
        try (JudgedChannel channel = new JudgedChannel()) {
            ChannelOutboundHandler sabotage = plan.sabotage();
            if (sabotage != null) {
                channel.server().pipeline().addAfter(JudgedChannel.ENCODER, "sabotage", sabotage);
            }
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
            SplittableRandom random = new SplittableRandom(plan.seed());
            int detachAfter = plan.detaches() ? random.nextInt(MOST_BEFORE_DETACHING) : Bystander.NEVER;
            Bystander bystander = new Bystander(channel, binding, session, random, detachAfter);
            if (plan.bystander()) {
                bystander.start();
            }
            sendFromThreads(channel.server(), plan, unsettled);
            onLoop(channel, channel::offered);
            boolean detached = plan.bystander() && bystander.stop();
            session.reconfigure(ModelConfig.of(ModelConfig.FAST));
            for (int i = 0; i < MOST_POLLS && (onLoop(channel, session::hasHeld) || unsettled.get() > 0); i++) {
                // Waits on the loop's own clock for the passes to go on.
                channel.server()
                        .eventLoop()
                        .schedule(() -> {}, 10, TimeUnit.MILLISECONDS)
                        .sync();
            }
            assertFalse(onLoop(channel, session::hasHeld), "still held: " + session.stats());
            return new Soak(
                    onLoop(channel, channel::verdict),
                    onLoop(channel, unsettled::get),
                    session.stats().deferred(),
                    detached,
                    onLoop(channel, channel::offered));
        }
    }

    private static void sendFromThreads(Channel server, Plan plan, AtomicInteger unsettled)
            throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            long first = plan.seed() + (long) i * plan.scenariosEach();
            senders.add(Thread.ofPlatform().name("sender-" + i).start(() -> {
                int sent = 0;
                for (long seed = first; seed < first + plan.scenariosEach(); seed++) {
                    for (Step step : Generator.scenario(seed).steps()) {
                        if (step instanceof Step.Send(ModelPacket packet)) {
                            unsettled.incrementAndGet();
                            server.writeAndFlush(packet).addListener(done -> unsettled.decrementAndGet());
                            if (++sent % SENT_AT_ONCE == 0) {
                                // Or all would be queued before the bystander has done much.
                                server.eventLoop().submit(() -> {}).syncUninterruptibly();
                            }
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

    /** Hands every third packet to another thread, which writes it when it comes to it. */
    private static final class RacyWrites extends ChannelOutboundHandlerAdapter implements AutoCloseable {

        private final ExecutorService other = Executors.newSingleThreadExecutor();
        private int packets;

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the promise tells
        public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
            if (++packets % 3 == 0) {
                other.execute(() -> ctx.writeAndFlush(msg, promise));
            } else {
                ctx.write(msg, promise);
            }
        }

        @Override
        public void close() {
            other.close();
        }
    }
}
