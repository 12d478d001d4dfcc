package net.minecraft.world.entity;

/** What of a teleport adds to what the client has; the order is the bits'. */
public enum Relative {
    X,
    Y,
    Z,
    Y_ROT,
    X_ROT,
    DELTA_X,
    DELTA_Y,
    DELTA_Z,
    ROTATE_DELTA
}
