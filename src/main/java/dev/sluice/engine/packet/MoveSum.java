package dev.sluice.engine.packet;

import dev.sluice.engine.packet.StateUpdate.Move;

/** Relative moves added up in place. Confined to the client's thread. */
final class MoveSum {

    private int entityId;
    private int x;
    private int y;
    private int z;
    private byte yaw;
    private byte pitch;
    private boolean onGround;
    private boolean hasPosition;
    private boolean hasRotation;

    /** Starts anew with one move. */
    void set(Move move) {
        entityId = move.entityId();
        x = move.deltaX();
        y = move.deltaY();
        z = move.deltaZ();
        yaw = move.yaw();
        pitch = move.pitch();
        onGround = move.onGround();
        hasPosition = move.hasPosition();
        hasRotation = move.hasRotation();
    }

    /**
     * Whether one move can say both: no sum overflows a short, and none is zero where the parts are not. The client
     * rounds a coordinate to 1/4096 block with the first delta that is not zero, so that a zero sum would leave a
     * coordinate unrounded that two moves round.
     */
    boolean canAdd(Move move) {
        return addable(x, move.deltaX()) && addable(y, move.deltaY()) && addable(z, move.deltaZ());
    }

    /** Adds the deltas of a move. */
    void addPosition(Move move) {
        x += move.deltaX();
        y += move.deltaY();
        z += move.deltaZ();
        hasPosition |= move.hasPosition();
    }

    /** Takes over what a move says beside its deltas. */
    void follow(Move move) {
        onGround = move.onGround();
        if (move.hasRotation()) {
            yaw = move.yaw();
            pitch = move.pitch();
            hasRotation = true;
        }
    }

    Move toMove() {
        return new Move(entityId, (short) x, (short) y, (short) z, yaw, pitch, onGround, hasPosition, hasRotation);
    }

    private static boolean addable(int older, int newer) {
        int sum = older + newer;
        return sum == (short) sum && (sum != 0 || (older == 0 && newer == 0));
    }
}
