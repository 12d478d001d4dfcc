package dev.sluice.engine.priority;

/** The parts of an entity's state that are updated apart from each other; a bit each in a component mask. */
public enum Component {
    POSITION,
    HEAD,
    MOTION,
    METADATA,
    ATTRIBUTES,
    EQUIPMENT;

    /** This component's bit. */
    public int mask() {
        return 1 << ordinal();
    }
}
