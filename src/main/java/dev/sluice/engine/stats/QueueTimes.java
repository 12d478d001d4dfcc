package dev.sluice.engine.stats;

import dev.sluice.engine.priority.MessagePriority;
import java.util.Map;

/**
 * For how long a message that is offered now would be held, by class: what Valve's GameNetworkingSockets calls the
 * estimated queue time. It assumes that the rate stays and that nothing more comes in a class that is served before, and
 * that the message is the last of its class: an entity or a chunk that matters more than others goes sooner.
 *
 * <p>It takes a dry run over all that is held. So it is as of the last tick only while somebody asks at least every two
 * seconds; of n held messages it is made every n / 2 048 ticks at most then. The first answer after a silence is up to a
 * second old, or n / 4 ticks if that is more, but five seconds at most: who needs one that is fresh asks again a tick later. The places of messages along
 * their keys count like messages if they are more.
 *
 * <p>While n is above 16 384, and for a minute after a dry run has failed, there is none: each class of which something is held
 * counts as waiting until all that is held is out, as if it were served last.
 *
 * @param millis by class, at least 0; a class that is missing counts as 0
 */
public record QueueTimes(Map<MessagePriority, Double> millis) {

    /** Nothing is held. */
    public static final QueueTimes NONE = new QueueTimes(Map.of());

    public QueueTimes {
        millis = Map.copyOf(millis);
    }

    /** The estimate for a class in milliseconds. */
    public double millis(MessagePriority messageClass) {
        return millis.getOrDefault(messageClass, 0.0);
    }
}
