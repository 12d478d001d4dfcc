package dev.sluice.engine.packet;

import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.priority.PrioritizedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Seed 002's send loop, exactly: by priority, send what fits, skip what does not, carry no credit over. Kept as the
 * reference that {@link PacketManager} is compared with; on a server a chunk larger than a tick's budget would never
 * leave it.
 */
public final class TickSendLoop {

    private TickSendLoop() {}

    /**
     * Sends one tick's messages and closes the tick.
     *
     * @param queue drained
     * @return the deferred messages, by priority, to be put back for the next tick
     */
    public static <D> List<PrioritizedMessage<D>> sendTickMessages(
            ClientBandwidthTracker tracker, List<PrioritizedMessage<D>> queue, Consumer<? super D> sender) {
        queue.sort(Comparator.comparing(PrioritizedMessage::priority));
        List<PrioritizedMessage<D>> deferred = new ArrayList<>();
        for (PrioritizedMessage<D> message : queue) {
            if (tracker.remainingBudget() >= message.sizeBytes()) {
                tracker.consume(message.sizeBytes());
                sender.accept(message.data());
            } else {
                deferred.add(message);
            }
        }
        queue.clear();
        tracker.endTick();
        return deferred;
    }
}
