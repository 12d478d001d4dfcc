package dev.sluice.engine.schedule;

/** What a pass may do. */
public enum PassScope {
    /** Nothing: no pass is due. */
    NONE,
    /** Release in the order that the last gathering made. */
    RELEASE,
    /** Make the order anew, then release. */
    GATHER
}
