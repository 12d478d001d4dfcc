package dev.sluice.engine.stats;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.priority.LinkPressure;
import java.util.UUID;

/**
 * What a client's session has counted, at one moment (seed 002). Totals count from the session's start.
 *
 * @param clientId the player
 * @param currentBytesPerSecond wire bytes of the last second
 * @param peakBytesPerSecond the largest second of the history
 * @param averageBytesPerSecond the mean of the history
 * @param messagesDeferredThisTick messages that the last finished tick left held
 * @param adaptiveInterval ticks between two updates of an entity by the round-trip time alone, 1 to 4; a full link may add to it
 * @param budgetBytesPerSecond the budget
 * @param rttMillis the round-trip time in milliseconds, NaN while unknown
 * @param heldMessages messages held now
 * @param heldBytes their estimated wire bytes
 * @param wireBytes all bytes written, held or not
 * @param budgetedBytes wire bytes of what the budget paid for, held before or not: all that was not charged
 * @param chargedBytes wire bytes of what was never asked whether it fits: immediate, taken along, released by a cap
 * @param deferred messages that were ever held
 * @param merged messages whose content went out with another
 * @param dropped messages that the client no longer needed when their turn came: stale, or of a chunk it left
 * @param takenAlong messages released before their turn, by an immediate one or an edit of the player itself that must not overtake them
 * @param suppressed messages that said what the client already knew
 * @param queueTime for how long a message offered now would be held, by class; not made anew in every tick
 * @param pressure how full the link was within the last second
 * @param link what is known of the link, and why the budget is what it is
 * @param heldHeapBytes about how much heap holding takes now: the engine's own objects, counted, and the held packets, guessed
 *     from their wire bytes; a packet held for many players is counted for each
 */
public record BandwidthStats(
        UUID clientId,
        long currentBytesPerSecond,
        long peakBytesPerSecond,
        double averageBytesPerSecond,
        int messagesDeferredThisTick,
        int adaptiveInterval,
        long budgetBytesPerSecond,
        double rttMillis,
        int heldMessages,
        long heldBytes,
        long wireBytes,
        long budgetedBytes,
        long chargedBytes,
        long deferred,
        long merged,
        long dropped,
        long takenAlong,
        long suppressed,
        QueueTimes queueTime,
        LinkPressure pressure,
        LinkEstimate link,
        long heldHeapBytes) {}
