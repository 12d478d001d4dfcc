package dev.sluice.engine.priority;

import java.util.Collection;

/** What the prioritizer sees of a client at one moment. Nothing of transport: only what is held and how much may go. */
public interface ClientView {

    /** What is held of a class. Valid until the next change of the queue. */
    Collection<? extends TargetBacklog> backlog(MessagePriority messageClass);

    Viewpoint viewpoint();

    /** The time of this pass, on the ticker's scale. */
    long nowNanos();

    /** How many bytes may be asked for. */
    double creditBytes();

    /** Ticks between two state updates of one entity; 1 withholds nothing. */
    int entityUpdateInterval();

    /** Whether this tick is one in which an entity's state may go. */
    boolean isUpdateDue(int entityId, long tick);
}
