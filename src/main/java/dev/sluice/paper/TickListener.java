package dev.sluice.paper;

import com.destroystokyo.paper.event.server.ServerTickEndEvent;
import org.bukkit.event.EventHandler;
import org.bukkit.event.EventPriority;
import org.bukkit.event.Listener;

/** The end of each tick: for the sessions that the server's ticks drive, and for what is re-sent on the main thread. */
public final class TickListener implements Listener {

    private final Runnable endTick;

    TickListener(Runnable endTick) {
        this.endTick = endTick;
    }

    /** After everything else that the tick does. */
    @EventHandler(priority = EventPriority.MONITOR)
    public void onTickEnd(ServerTickEndEvent event) {
        endTick.run();
    }
}
