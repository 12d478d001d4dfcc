package dev.sluice.engine.priority;

/**
 * Why an entity has its score (the question that found most of Halo: Reach's bandwidth): the score is the product of the
 * factors.
 *
 * @param entityId its network id
 * @param distanceBlocks from the player, NaN while unknown
 * @param proximity falls with distance: 1 at the player, 1/2 at 16 blocks
 * @param ticksSinceSent since the client was last sent something of it; from 20 on if never
 * @param changeBlocks how far it is from where the client was told that it is
 * @param change grows with that, 1 to 5
 * @param look 2 if the player looks at it, else 1
 * @param combat 4 if the player and it have struck each other in the last 5 s, else 1
 * @param boost 1 and what the budget's leaving it out has added; halves every second
 * @param score the product
 * @param intervalTicks ticks between two of its state updates
 * @param withheld whether the interval withholds its state in this tick
 */
public record PriorityTerms(
        int entityId,
        double distanceBlocks,
        double proximity,
        long ticksSinceSent,
        double changeBlocks,
        double change,
        double look,
        double combat,
        double boost,
        double score,
        int intervalTicks,
        boolean withheld) {}
