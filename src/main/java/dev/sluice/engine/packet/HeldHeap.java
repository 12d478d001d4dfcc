package dev.sluice.engine.packet;

/**
 * Estimates the heap that holding costs. The engine's own objects are counted, each with its size on a 64-bit JVM with
 * compressed references. Packets are guessed from their size on the wire: the server's objects are not looked into. A
 * packet that is held for many players is one object and is guessed for each of them. What is known of entities is not counted, nor
 * messages that wait to be used again, with their entities or in the pool: they are there whether anything is held or not.
 */
final class HeldHeap {

    /** A {@link HeldMessage} with its sum of moves; it is its own first entry. */
    static final int MESSAGE = 136;

    /** A message's places in the {@link HeldLog}s of age and readiness, which mostly are half full. */
    static final int LOG_PLACES = 16;

    /** A further {@link KeyEntry} and its place in the array. */
    static final int KEY_ENTRY = 36;

    /** A {@link KeyQueue}. */
    static final int KEY_QUEUE = 40;

    /** A {@link ListedTarget}. */
    static final int TARGET = 56;

    /** A target's place in the arrays of its class's order, which chunks have. */
    static final int PLACE = 44;

    /** An entry of a {@link LongMap}, which is filled to between a quarter and a half. */
    static final int MAP_ENTRY = 36;

    /** A {@link Message} with its keys, and the packet's object without what it carries. */
    static final int PACKET = 256;

    /** What a packet carries is about twice as large in objects as on the wire. */
    static final int CONTENT = 2;

    /** A chunk is compressed to between a sixth and a seventh. */
    static final int CHUNK_CONTENT = 7;

    private HeldHeap() {}

    /**
     * The estimate in bytes.
     *
     * @param messages held
     * @param entries the places of held messages in queues of keys
     * @param keys with a queue
     * @param targets of which something is held
     * @param placed how many of these have a place in an order
     * @param bytes the estimated wire bytes of all that is held
     * @param chunkBytes those of the chunk class
     */
    static long estimate(int messages, int entries, int keys, int targets, int placed, long bytes, long chunkBytes) {
        return (long) (MESSAGE + PACKET + LOG_PLACES) * messages
                + (long) KEY_ENTRY * (entries - messages)
                + (long) (KEY_QUEUE + MAP_ENTRY) * keys
                + (long) (TARGET + MAP_ENTRY) * targets
                + (long) PLACE * placed
                + CONTENT * (bytes - chunkBytes)
                + CHUNK_CONTENT * chunkBytes;
    }
}
