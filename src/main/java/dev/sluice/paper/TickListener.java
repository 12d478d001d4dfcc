package dev.sluice.paper;

import com.destroystokyo.paper.event.server.ServerTickEndEvent;
import org.bukkit.event.EventHandler;
import org.bukkit.event.EventPriority;
import org.bukkit.event.Listener;

/**
 * The end of each tick: for what holds within one tick only, for the sessions that the server's ticks drive, and for what is
 * re-sent on the main thread.
 */
public final class TickListener implements Listener {

    private final Runnable count;
    private final Runnable sessions;
    private final Runnable fallback;

    /**
     * @param count counts the tick; must not throw
     * @param sessions ends the tick of the sessions that the server's ticks drive
     * @param fallback re-sends, whatever becomes of the sessions
     */
    TickListener(Runnable count, Runnable sessions, Runnable fallback) {
        this.count = count;
        this.sessions = sessions;
        this.fallback = fallback;
    }

    /** After everything else that the tick does. */
    @EventHandler(priority = EventPriority.MONITOR)
    public void onTickEnd(ServerTickEndEvent event) {
        count.run();
        try {
            sessions.run();
        } finally {
            fallback.run();
        }
    }
}
