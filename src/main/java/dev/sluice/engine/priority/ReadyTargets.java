package dev.sluice.engine.priority;

/** Hears which targets have something that could go. Called on the client's thread while the queue changes. */
public interface ReadyTargets {

    /**
     * The score that a target of the class of chunks has once a message of its own comes next.
     *
     * @param unload whether that one takes the chunk from the client
     */
    double chunkScore(Target chunk, boolean unload);

    /** The target's first message could go now. */
    void ready(TargetBacklog backlog);

    /**
     * Something of a target that goes on being ready has come or gone, or a fact that waits for its state: an update interval may
     * withhold it no longer, or again.
     */
    void changed(TargetBacklog backlog);

    /** Nothing of the target could go. */
    void notReady(TargetBacklog backlog);

    /** What the maximum age of an entity's state must be at least, in ticks: twice its update interval. */
    int minimumAgeTicks(int entityRow);
}
