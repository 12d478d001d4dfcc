package dev.sluice.engine.priority;

/**
 * A message of seed 002's send loop.
 *
 * @param priority its class
 * @param data what to send
 * @param sizeBytes its size on the wire, at least 0
 */
public record PrioritizedMessage<D>(MessagePriority priority, D data, long sizeBytes) {}
