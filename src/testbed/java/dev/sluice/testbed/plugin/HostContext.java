package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.entity.Player;
import org.bukkit.plugin.PluginManager;

/** What the Bukkit types read of the host. Any thread. */
public interface HostContext {
    String minecraftVersion();

    int port();

    Server server();

    World world();

    /** The players in the world. */
    Collection<? extends Player> players();

    PluginManager pluginManager();

    Commands commands();

    Permissions permissions();

    GlobalRegionScheduler globalScheduler();

    AsyncScheduler asyncScheduler();

    /** A scheduler for an entity that exists while {@code alive}. */
    EntityScheduler entityScheduler(BooleanSupplier alive);

    boolean onMainThread();

    boolean stopping();

    int currentTick();
}
