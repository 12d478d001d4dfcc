package org.bukkit;

import java.util.UUID;
import org.bukkit.entity.Player;
import org.bukkit.permissions.ServerOperator;

/** Somebody who has been here. */
public interface OfflinePlayer extends ServerOperator {
    boolean isOnline();

    /** The last known name, or null. */
    String getName();

    UUID getUniqueId();

    /** The player while online, else null. */
    Player getPlayer();
}
