package dev.sluice.engine.packet;

/** How a message takes part in a key's order, as readers and writers do with a lock. */
public enum KeyMode {
    /** Waits behind every earlier message of the key. */
    EXCLUSIVE,
    /** Waits behind earlier exclusive messages of the key only. */
    SHARED
}
