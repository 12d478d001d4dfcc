package dev.sluice.engine.adapt;

/**
 * The ids of Sluice's own pings: a range outside of 16 bits, which is what anti-cheat plugins use for theirs, and above 30
 * bits, so that neither a counter from zero nor a negative one of another plugin comes near it.
 */
public final class MarkerIds {

    static final int FIRST = 0x51C0_0000;
    static final int COUNT = 1 << 20;

    private MarkerIds() {}

    /** Whether an answer with this id is to a ping of Sluice's, outstanding or not, or forged to look like one. Any thread. */
    public static boolean isOurs(int id) {
        return id >= FIRST && id < FIRST + COUNT;
    }
}
