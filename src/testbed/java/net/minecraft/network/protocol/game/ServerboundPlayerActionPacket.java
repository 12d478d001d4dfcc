package net.minecraft.network.protocol.game;

import net.minecraft.core.BlockPos;
import net.minecraft.core.Direction;
import net.minecraft.network.protocol.Packet;

/** The player digs, or does something with what is in its hands; then the place says nothing. */
public final class ServerboundPlayerActionPacket implements Packet<ServerGamePacketListener> {
    private final BlockPos pos;
    private final Direction direction;
    private final Action action;
    private final int sequence;

    public ServerboundPlayerActionPacket(Action action, BlockPos pos, Direction direction, int sequence) {
        this.pos = pos;
        this.direction = direction;
        this.action = action;
        this.sequence = sequence;
    }

    public BlockPos getPos() {
        return pos;
    }

    public Direction getDirection() {
        return direction;
    }

    public Action getAction() {
        return action;
    }

    public int getSequence() {
        return sequence;
    }

    /** What the player does. */
    public enum Action {
        START_DESTROY_BLOCK,
        ABORT_DESTROY_BLOCK,
        STOP_DESTROY_BLOCK,
        DROP_ALL_ITEMS,
        DROP_ITEM,
        RELEASE_USE_ITEM,
        SWAP_ITEM_WITH_OFFHAND,
        STAB
    }
}
