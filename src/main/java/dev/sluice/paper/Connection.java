package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.priority.Viewpoint;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.concurrent.CompletableFuture;
import org.bukkit.Location;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/** One managed player: keeps the session's view of the player up to date, from the thread that owns the player. */
final class Connection {

    private final Player player;
    private final Link link;
    private final PingProbe probe = new PingProbe();
    private final CompletableFuture<ClientSession> session = new CompletableFuture<>();
    private volatile @Nullable ScheduledTask following;
    private volatile boolean ended;

    Connection(Player player, Link link) {
        this.player = player;
        this.link = link;
    }

    Link link() {
        return link;
    }

    PingProbe probe() {
        return probe;
    }

    /** Completes once Sluice stands in the player's stream, exceptionally if it cannot. */
    CompletableFuture<ClientSession> session() {
        return session;
    }

    /** Looks at the player each tick from now on. The player's thread. */
    void follow(Plugin plugin) {
        following = player.getScheduler().runAtFixedRate(plugin, task -> look(), () -> {}, 1, 1);
    }

    /** Looks at the player no more: it has left, or Sluice has. Any thread. */
    void end() {
        ended = true;
        ScheduledTask task = following;
        if (task != null) {
            task.cancel();
        }
    }

    /** Any thread. */
    boolean hasEnded() {
        return ended;
    }

    private void look() {
        if (!session.isDone() || session.isCompletedExceptionally()) {
            return;
        }
        ClientSession attached = session.join();
        probe.update(player.getPing());
        attached.ownEntity(player.getEntityId());
        Entity vehicle = player.getVehicle();
        attached.vehicle(vehicle == null ? ClientSession.NO_ENTITY : vehicle.getEntityId());
        Location at = player.getLocation();
        attached.viewpoint(new Viewpoint(at.getX(), at.getY(), at.getZ(), at.getYaw(), at.getPitch()));
    }
}
