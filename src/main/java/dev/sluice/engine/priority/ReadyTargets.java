package dev.sluice.engine.priority;

/** Hears which targets have something that could go. Called on the client's thread while the queue changes. */
public interface ReadyTargets {

    /** The score of a target of the class of chunks, whether it could go now or not. */
    double chunkScore(TargetBacklog chunk);

    /** The target's first message could go now. */
    void ready(TargetBacklog backlog);

    /** A fact has joined a target that was ready: no update interval withholds it any longer. */
    void changed(TargetBacklog backlog);

    /** Nothing of the target could go. */
    void notReady(TargetBacklog backlog);

    /** What the maximum age of an entity's state must be at least, in ticks: twice its update interval. */
    int minimumAgeTicks(int entityRow);
}
