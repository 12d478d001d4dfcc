package org.bukkit;

import java.util.List;
import java.util.UUID;
import org.bukkit.entity.Player;

/** One dimension with its chunks. */
public interface World {
    String getName();

    UUID getUID();

    List<Player> getPlayers();

    /** In chunks. */
    int getViewDistance();

    /** In chunks. */
    int getSendViewDistance();
}
