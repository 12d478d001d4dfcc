package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads classify one packet at once, as when it goes to two players: each sees a whole message of that packet, be it
 * the same object or not.
 */
@JCStressTest
@Outcome(id = "7, 7", expect = Expect.ACCEPTABLE, desc = "both see the packet's entity")
@Outcome(expect = Expect.FORBIDDEN, desc = "unknown or half written")
@State
public class OnePacketTwoThreads {

    private static final PacketClassifier CLASSIFIER = PacketClassifier.of(
            Set.of(ClientboundMoveEntityPacket.Pos.class), Map.of(), () -> 1, Logger.getLogger("jcstress"));

    private final Object packet = new ClientboundMoveEntityPacket.Pos(7, (short) 1, (short) 2, (short) 3, true);

    @Actor
    public void oneListener(II_Result result) {
        result.r1 = entityOf(CLASSIFIER.sighted(packet));
    }

    @Actor
    public void anotherListener(II_Result result) {
        result.r2 = entityOf(CLASSIFIER.sighted(packet));
    }

    private static int entityOf(@Nullable Message message) {
        if (message == null
                || !(message.state() instanceof StateUpdate.Move move)
                || move.deltaZ() != 3
                || message.keys().getFirst().key() != OrderingKey.entity(7)) {
            return -1;
        }
        return move.entityId();
    }
}
