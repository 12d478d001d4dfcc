package dev.sluice.protocollib;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.UnknownLink;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads hand packets to the fallback while the main thread ends a tick: each packet is re-sent exactly once, and
 * what one thread sent along a key stays in order. The result is what was re-sent of each thread, a digit a packet.
 */
@JCStressTest
@Outcome(id = "12, 34", expect = Expect.ACCEPTABLE, desc = "all, once, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, twice, or overtaken")
@State
public class RelayHandOver {

    private final List<Object> resent = new ArrayList<>();
    private final FallbackRelay relay = new FallbackRelay(
            sink -> new ClientSession(
                    new UUID(0, 1), SessionFixture.rate(125_000), () -> 0, sink, update -> update, new UnknownLink()),
            resent::add,
            failure -> {
                throw failure;
            });
    private final Message first = message(1);
    private final Message second = message(2);

    @Actor
    public void oneThread() {
        relay.take(first, 1, false);
        relay.take(first, 2, false);
    }

    @Actor
    public void anotherThread() {
        relay.take(second, 3, false);
        relay.take(second, 4, false);
    }

    @Actor
    public void mainThread() {
        relay.endTick();
    }

    @Arbiter
    public void lastTick(II_Result result) {
        relay.endTick();
        for (Object packet : resent) {
            int number = (Integer) packet;
            if (number <= 2) {
                result.r1 = 10 * result.r1 + number;
            } else {
                result.r2 = 10 * result.r2 + number;
            }
        }
    }

    private static Message message(int entityId) {
        return TestPacket.fact(
                        MessagePriority.NEARBY_ENTITIES,
                        "fact",
                        12,
                        new Target.EntityTarget(entityId),
                        TestPacket.exclusive(OrderingKey.entity(entityId)))
                .message();
    }
}
