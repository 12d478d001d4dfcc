package dev.sluice.engine;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edits that answer what the player did, or that belong to where it was put: they pass beside the budget (H25).
 * Confined to the client's thread, except {@link #acted}.
 */
final class ActionAnswers {

    /** Beside the block that the player dug or clicked: a door's other half, what hangs on it, the next redstone. */
    private static final int ACTION_REACH_BLOCKS = 4;

    /** Around a player's feet, who reaches 5 blocks from the eyes at most: what was used may be any of these blocks. */
    private static final int PLAYER_REACH_BLOCKS = 7;

    private final PacketManager packets;
    private final RecentActions actions = new RecentActions();

    /** The edit that passes beside the budget, until it was counted. */
    private @Nullable Message answer;

    ActionAnswers(PacketManager packets) {
        this.packets = packets;
    }

    /** The player dug, clicked or changed a block, or was put there. Any thread. */
    void acted(int x, int y, int z, long nowNanos) {
        actions.note(x, y, z, ACTION_REACH_BLOCKS, nowNanos);
    }

    /** The player, who is here, changed something within its reach. Any thread. */
    void acted(Viewpoint at, long nowNanos) {
        actions.note(
                (int) Math.floor(at.x()),
                (int) Math.floor(at.y()),
                (int) Math.floor(at.z()),
                PLAYER_REACH_BLOCKS,
                nowNanos);
    }

    /** Another world begins. */
    void forget() {
        actions.forget();
    }

    /** Whether an edit that would wait passes all the same. What it must not overtake has gone then. */
    boolean passes(Message message, long nowNanos) {
        EditPlace edit = message.edit();
        if (edit == null) {
            return false;
        }
        long room = actions.room(edit, nowNanos);
        long taken = room == 0 ? 0 : packets.takeAlongWithin(room, message, nowNanos);
        if (taken == 0) {
            return false;
        }
        actions.spent(taken);
        answer = message;
        return true;
    }

    /** Whether a message that was written is the one that passed last; it is so once. */
    boolean isAnswer(@Nullable Message message) {
        if (message == null || !message.equals(answer)) {
            return false;
        }
        answer = null;
        return true;
    }
}
