package dev.sluice.overlay;

/**
 * That Sluice has lowered the distance in which a player is sent chunks.
 *
 * @param chunks to so many chunks
 * @param withoutSluice from so many
 */
public record ViewLimit(int chunks, int withoutSluice) {}
