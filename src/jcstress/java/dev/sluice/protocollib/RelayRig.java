package dev.sluice.protocollib;

import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.openjdk.jcstress.infra.results.II_Result;

/** A relay with two keys; packets 1 and 2 belong to the first, 3 and 4 to the second. */
public abstract class RelayRig {

    private final List<Object> resent = new ArrayList<>();
    final FallbackRelay relay = new FallbackRelay(
            link -> new ClientSession(
                    new UUID(0, 1),
                    SessionFixture.rate(125_000),
                    () -> 0,
                    link.sink(),
                    update -> update,
                    LinkProbe.NONE),
            resent::add,
            new RelayTroubles() {
                @Override
                public void resendFailed(Throwable cause) {
                    throw new AssertionError(cause);
                }

                @Override
                public void queueTimesFailed(Throwable cause) {
                    throw new AssertionError(cause);
                }

                @Override
                public void stoodAside(UUID clientId, Throwable cause) {
                    throw new AssertionError(cause);
                }

                @Override
                public void capReached(UUID clientId, CapReached cap) {}
            });
    final Message first = message(1);
    final Message second = message(2);

    /** Ends the last tick and says what was re-sent along each key, a digit a packet. */
    final void finish(II_Result result) {
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
