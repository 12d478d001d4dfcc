package dev.sluice.engine.schedule;

/** What a pass may do. */
public enum PassScope {
    /** Nothing: no pass is due. */
    NONE,
    /** Release by the places and scores of the last gathering. */
    RELEASE,
    /** Look at places anew, and at scores if a tick has ended since the last time, then release. */
    GATHER
}
