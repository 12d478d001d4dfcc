package dev.sluice.engine.priority;

/** Hears which targets have something that could go. Called on the client's thread while the queue changes. */
public interface ReadyTargets {

    /** What is remembered of entities. */
    EntityMemory memory();

    /** A target's score in its class's order; {@link Double#NEGATIVE_INFINITY} if it has none or could not go now. */
    double score(TargetBacklog target);

    /** The target's first message could go now. */
    void ready(TargetBacklog backlog);

    /** A fact has joined a target that was ready: no update interval withholds it any longer. */
    void changed(TargetBacklog backlog);

    /** Nothing of the target could go. */
    void notReady(TargetBacklog backlog);

    /** What the maximum age of an entity's state must be at least, in ticks: twice its update interval. */
    int minimumAgeTicks(int entityRow);
}
