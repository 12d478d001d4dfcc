package dev.sluice.engine;

/**
 * More was held for a client than a cap allows, and the oldest left regardless of the budget.
 *
 * @param heldMessages messages held at that moment, before any left
 * @param heldBytes their estimated wire bytes
 * @param isOwn whether a cap of its own was reached; otherwise too much is held for all clients together
 */
public record CapReached(int heldMessages, long heldBytes, boolean isOwn) {}
