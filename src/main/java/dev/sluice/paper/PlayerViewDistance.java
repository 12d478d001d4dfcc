package dev.sluice.paper;

import org.bukkit.World;
import org.bukkit.entity.Player;

/** A player's send view distance, as Paper has it. */
final class PlayerViewDistance implements ViewDistance {

    private final Player player;

    PlayerViewDistance(Player player) {
        this.player = player;
    }

    @Override
    public int present() {
        return player.getSendViewDistance();
    }

    /** Paper does not tell whether one was set; it follows the world's, or the client's and one more by its configuration. */
    @Override
    public boolean isDefault(int chunks) {
        World world = player.getWorld();
        int client = player.getClientViewDistance();
        return chunks == world.getSendViewDistance()
                || chunks == world.getViewDistance()
                || chunks == client
                || chunks == client + 1;
    }

    @Override
    public void set(int chunks) {
        player.setSendViewDistance(chunks);
    }
}
