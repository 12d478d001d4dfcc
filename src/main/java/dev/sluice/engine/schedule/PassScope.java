package dev.sluice.engine.schedule;

/** What a pass may do. */
public enum PassScope {
    /** Nothing: no pass is due. */
    NONE,
    /** Release by the places and times of the last gathering. */
    RELEASE,
    /** Look at where and when anew, then release. */
    GATHER
}
