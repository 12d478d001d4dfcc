package dev.sluice.engine.packet;

import java.util.function.Predicate;

/**
 * How packets are held.
 *
 * @param maxDeferralNanos after so long a message is overdue, in nanoseconds
 * @param tickNanos the length of a tick in nanoseconds
 * @param mayDrop whether an ephemeral packet may be dropped once stale, by the name of its type
 */
public record HoldRules(long maxDeferralNanos, long tickNanos, Predicate<String> mayDrop) {}
