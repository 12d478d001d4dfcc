package net.minecraft.world;

/** A player's hand. */
public enum InteractionHand {
    MAIN_HAND,
    OFF_HAND
}
