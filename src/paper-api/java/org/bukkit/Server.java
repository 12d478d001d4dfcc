package org.bukkit;

import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import java.util.Collection;
import java.util.UUID;
import java.util.logging.Logger;
import net.kyori.adventure.audience.ForwardingAudience;
import org.bukkit.command.CommandSender;
import org.bukkit.command.ConsoleCommandSender;
import org.bukkit.command.PluginCommand;
import org.bukkit.entity.Player;
import org.bukkit.plugin.PluginManager;

/** A running server. */
public interface Server extends ForwardingAudience {
    String getName();

    /** Such as {@code 1.21.8-60-29c8822 (MC: 1.21.8)}. */
    String getVersion();

    String getBukkitVersion();

    String getMinecraftVersion();

    Collection<? extends Player> getOnlinePlayers();

    int getMaxPlayers();

    int getPort();

    String getIp();

    /** In chunks. */
    int getViewDistance();

    boolean getOnlineMode();

    /** The player whose name begins so, or null. */
    Player getPlayer(String name);

    /** The player of exactly this name, in any case, or null. */
    Player getPlayerExact(String name);

    /** The player, or null while offline. */
    Player getPlayer(UUID id);

    PluginManager getPluginManager();

    PluginCommand getPluginCommand(String name);

    boolean dispatchCommand(CommandSender sender, String commandLine);

    ConsoleCommandSender getConsoleSender();

    GlobalRegionScheduler getGlobalRegionScheduler();

    AsyncScheduler getAsyncScheduler();

    Logger getLogger();

    boolean isPrimaryThread();

    boolean isStopping();

    int getCurrentTick();
}
