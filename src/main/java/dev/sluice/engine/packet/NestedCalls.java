package dev.sluice.engine.packet;

/**
 * How many calls are on the stack that change what is held: a write or a receipt may call back. Confined to the client's
 * thread.
 */
final class NestedCalls {

    private final HoldQueue queue;
    private final Discards discards;
    private int depth;

    NestedCalls(HoldQueue queue, Discards discards) {
        this.queue = queue;
        this.discards = discards;
    }

    void begin() {
        depth++;
    }

    /**
     * Lets go of what is not needed, now that all is in its place. What has left is used again once nobody walks over it, and at
     * once, while the processor still has it at hand.
     */
    void end() {
        discards.settle();
        if (--depth == 0) {
            queue.recycle();
        }
    }
}
