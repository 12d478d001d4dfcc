package dev.sluice.engine.schedule;

/** What a pass may do. */
public enum PassScope {
    /** Nothing: no pass is due. */
    NONE,
    /** Release by the places and scores of the last gathering. */
    RELEASE,
    /** Look at places and scores anew, then release. */
    GATHER
}
