package dev.sluice.sim.report;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.sim.Cause;
import dev.sluice.sim.ClientObserver;
import dev.sluice.sim.SimPacket;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the queue times that a session predicts with what happens, for the first message of each class in each tick:
 * predicted, as of the last tick, less the time that it was held. State that an update interval withheld when it came is counted
 * apart. Left out is what waits for a chunk or an entity that is itself held, what an urgent packet took along, and what went
 * out with another packet. Confined to one player's simulation.
 */
public final class QueueTimeMeter implements ClientObserver {

    private final Ticker ticker;
    private final ClientSession session;
    private final Tally tally;
    private final long[] predictedNanos = new long[MessagePriority.values().length];

    /** Of which classes none has come since the last prediction. */
    private final boolean[] awaited = new boolean[predictedNanos.length];

    /** What is predicted of a packet, and where its error counts. */
    private record Prediction(long nanos, SignedTally errors) {}

    private final Map<SimPacket, Prediction> held = new HashMap<>();

    public QueueTimeMeter(Ticker ticker, ClientSession session, Tally tally) {
        this.ticker = ticker;
        this.session = session;
        this.tally = tally;
    }

    /** A tick begins, with these predictions. */
    public void tick(QueueTimes predicted) {
        for (MessagePriority messageClass : MessagePriority.values()) {
            predictedNanos[messageClass.ordinal()] = Math.round(predicted.millis(messageClass) * 1e6);
            awaited[messageClass.ordinal()] = true;
        }
    }

    @Override
    public void held(SimPacket packet) {
        int of = packet.messageClass().ordinal();
        if (awaited[of] && packet.isWaiting() && packet.isFree()) {
            ClassTally errors = tally.of(packet.messageClass());
            held.put(
                    packet,
                    new Prediction(
                            predictedNanos[of], isWithheld(packet) ? errors.withheldErrors : errors.queueTimeErrors));
        }
        awaited[of] = false;
    }

    /** Whether it waits for its entity's turn. */
    private boolean isWithheld(SimPacket packet) {
        return packet.message().type().kind() == DeliveryKind.STATE
                && packet.message().target() instanceof Target.EntityTarget(int entityId)
                && session.explain(entityId).map(PriorityTerms::withheld).orElse(false);
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        int of = packet.messageClass().ordinal();
        if (cause == Cause.AT_ONCE) {
            if (awaited[of] && predictedNanos[of] > 0) {
                tally.of(packet.messageClass()).queueTimeErrors.record(predictedNanos[of]);
            }
            awaited[of] = false;
        } else if (!held.isEmpty()) {
            Prediction predicted = held.remove(packet);
            if (predicted != null && cause == Cause.RELEASED) {
                long waited = ticker.nanos() - packet.sinceNanos();
                predicted.errors.record(predicted.nanos - waited);
            }
        }
    }

    @Override
    public void superseded(SimPacket packet, @Nullable SimPacket by) {
        held.remove(packet);
    }
}
