package dev.sluice.paper;

import java.util.Arrays;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;

/**
 * With which entities a player moves: what it rides, what that rides, and so on, and what it looks through as a spectator, with what
 * that rides. The server tells no places of passengers, so that only the lowest one's updates move them all.
 */
final class Carriers {

    /** So many of those that stand on each other are told: the uppermost, and the lowest. */
    private static final int MAX_TOLD = 8;

    /** So many are looked through; a circle ends there. */
    private static final int MAX_STACKED = 64;

    private static final int[] NONE = {};

    private Carriers() {}

    /** Their network ids, mostly none. The player's thread. */
    static int[] of(Player player) {
        Entity vehicle = player.getVehicle();
        Entity spectated = player.getSpectatorTarget();
        if (vehicle == null && spectated == null) {
            return NONE;
        }
        int[] ids = new int[2 * MAX_TOLD];
        int count = stack(vehicle, ids, 0);
        count = stack(spectated, ids, count);
        return Arrays.copyOf(ids, count);
    }

    /** Adds an entity and what it stands on. Returns how many ids there are then. */
    private static int stack(@Nullable Entity uppermost, int[] ids, int count) {
        Entity each = uppermost;
        int told = 0;
        for (int i = 0; each != null && i < MAX_STACKED; i++) {
            told = Math.min(i + 1, MAX_TOLD);
            ids[count + told - 1] = each.getEntityId();
            each = each.getVehicle();
        }
        return count + told;
    }
}
