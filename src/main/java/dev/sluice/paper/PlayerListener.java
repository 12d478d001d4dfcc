package dev.sluice.paper;

import org.bukkit.event.EventHandler;
import org.bukkit.event.EventPriority;
import org.bukkit.event.Listener;
import org.bukkit.event.player.PlayerJoinEvent;
import org.bukkit.event.player.PlayerQuitEvent;

/** Players come and go. */
public final class PlayerListener implements Listener {

    private final Sessions sessions;
    private final Overlay overlay;

    PlayerListener(Sessions sessions, Overlay overlay) {
        this.sessions = sessions;
        this.overlay = overlay;
    }

    /** Before other plugins' listeners: what they send at join is counted and ordered like the rest. */
    @EventHandler(priority = EventPriority.LOWEST)
    public void onJoin(PlayerJoinEvent event) {
        sessions.join(event.getPlayer());
    }

    /** After other plugins' listeners, for the same reason. */
    @EventHandler(priority = EventPriority.MONITOR)
    public void onQuit(PlayerQuitEvent event) {
        try {
            overlay.hide(event.getPlayer());
        } finally {
            sessions.quit(event.getPlayer());
        }
    }
}
