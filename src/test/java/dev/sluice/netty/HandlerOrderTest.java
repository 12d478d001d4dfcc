package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Order along a key with real event loops, real sockets and several sending threads. */
@SuppressWarnings("FutureReturnValueIgnored") // what arrives is checked at the other end
final class HandlerOrderTest {

    private static final int SENDERS = 4;
    private static final int MESSAGES_OF_FIRST_KEY = 300_000;
    private static final int MESSAGES_OF_OTHERS = 60_000;
    private static final int TOTAL = MESSAGES_OF_FIRST_KEY + (SENDERS - 1) * MESSAGES_OF_OTHERS;

    @Test
    void handler_manySendersWithAKeyEach_nothingIsOvertaken() throws Exception {
        try (LoopbackPipe pipe = new LoopbackPipe(SENDERS, TOTAL)) {
            List<Message> messages = messagePerKey();
            NettyBinding binding = new NettyBinding(
                    packet -> packet instanceof NumberedPacket numbered ? messages.get(numbered.key()) : null,
                    new Failures(Logger.getLogger("test")));
            // Far below what the senders write: much is held, the caps release too, and a higher rate drains the rest.
            EngineConfig config = SessionFixture.rate(200_000);
            ClientSession session = binding.attach(
                            pipe.server(),
                            link -> new ClientSession(
                                    new UUID(0, 1),
                                    config,
                                    System::nanoTime,
                                    link.sink(),
                                    move -> move,
                                    LinkProbe.NONE))
                    .get(10, TimeUnit.SECONDS);
            sendFromThreads(pipe.server(), Channel::writeAndFlush);
            // The senders are done once all is queued; the low rate must hold until the handler has seen all of it.
            pipe.server().eventLoop().submit(() -> {}).sync();
            session.reconfigure(SessionFixture.rate(20_000_000));
            assertTrue(pipe.awaitAll(), "still to come: " + pipe.outstanding() + ", " + session.stats());
            assertEquals(0, pipe.overtaken());
            assertTrue(session.stats().deferred() > TOTAL / 10, "too few were held: " + session.stats());
        }
    }

    @Test
    void pollThenSubmitFromAnotherThread_sameLoad_isCaught() throws Exception {
        try (LoopbackPipe pipe = new LoopbackPipe(SENDERS, TOTAL)) {
            PollThenSubmit wrong = new PollThenSubmit(pipe.server(), MESSAGES_OF_FIRST_KEY);
            Thread drainer = Thread.ofPlatform().name("drainer").start(wrong);
            sendFromThreads(pipe.server(), (channel, packet) -> wrong.offer(packet));
            drainer.join();
            assertTrue(pipe.awaitAll(), "still to come: " + pipe.outstanding());
            assertTrue(pipe.overtaken() > 0, "the check cannot see an overtaking");
        }
    }

    @Test
    void detach_heldPackets_areReleasedInOrderAndThePipelineIsAsBefore() throws Exception {
        int count = 5_000;
        try (LoopbackPipe pipe = new LoopbackPipe(1, count)) {
            List<String> before = pipe.server().pipeline().names();
            List<Message> messages = messagePerKey();
            NettyBinding binding = new NettyBinding(
                    packet -> packet instanceof NumberedPacket numbered ? messages.get(numbered.key()) : null,
                    new Failures(Logger.getLogger("test")));
            binding.attach(
                            pipe.server(),
                            link -> new ClientSession(
                                    new UUID(0, 1),
                                    SessionFixture.rate(100),
                                    System::nanoTime,
                                    link.sink(),
                                    move -> move,
                                    LinkProbe.NONE))
                    .get(10, TimeUnit.SECONDS);
            for (int number = 0; number < count; number++) {
                pipe.server().writeAndFlush(new NumberedPacket(0, number));
            }
            binding.detach(pipe.server()).get(10, TimeUnit.SECONDS);
            assertTrue(pipe.awaitAll(), "still to come: " + pipe.outstanding());
            assertEquals(0, pipe.overtaken());
            assertEquals(before, pipe.server().pipeline().names());
        }
    }

    private static void sendFromThreads(Channel channel, BiConsumer<Channel, NumberedPacket> send)
            throws InterruptedException {
        List<Thread> senders = new ArrayList<>();
        for (int key = 0; key < SENDERS; key++) {
            int ownKey = key;
            int count = key == 0 ? MESSAGES_OF_FIRST_KEY : MESSAGES_OF_OTHERS;
            senders.add(Thread.ofPlatform().name("sender-" + key).start(() -> {
                for (int number = 0; number < count; number++) {
                    send.accept(channel, new NumberedPacket(ownKey, number));
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private static List<Message> messagePerKey() {
        List<Message> messages = new ArrayList<>();
        for (int key = 0; key < SENDERS; key++) {
            messages.add(TestPacket.fact(
                            MessagePriority.NEARBY_ENTITIES,
                            "key " + key,
                            NumberedPacket.WIRE_BYTES,
                            new Target.EntityTarget(key),
                            TestPacket.exclusive(OrderingKey.entity(key)))
                    .message());
        }
        return messages;
    }
}
