package org.bukkit;

import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import java.util.Collection;
import java.util.UUID;
import java.util.logging.Logger;
import org.bukkit.command.ConsoleCommandSender;
import org.bukkit.command.PluginCommand;
import org.bukkit.entity.Player;
import org.bukkit.plugin.PluginManager;

/** The server of this JVM, as Bukkit insists. */
public final class Bukkit {
    private static Server server;

    private Bukkit() {}

    public static Server getServer() {
        return server;
    }

    /** @throws UnsupportedOperationException if a server is set already */
    public static void setServer(Server server) {
        if (Bukkit.server != null) {
            throw new UnsupportedOperationException("Cannot redefine singleton Server");
        }
        Bukkit.server = server;
    }

    public static String getName() {
        return server.getName();
    }

    public static String getVersion() {
        return server.getVersion();
    }

    public static String getBukkitVersion() {
        return server.getBukkitVersion();
    }

    public static String getMinecraftVersion() {
        return server.getMinecraftVersion();
    }

    public static Logger getLogger() {
        return server.getLogger();
    }

    public static PluginManager getPluginManager() {
        return server.getPluginManager();
    }

    public static Collection<? extends Player> getOnlinePlayers() {
        return server.getOnlinePlayers();
    }

    public static Player getPlayer(UUID id) {
        return server.getPlayer(id);
    }

    public static Player getPlayer(String name) {
        return server.getPlayer(name);
    }

    public static Player getPlayerExact(String name) {
        return server.getPlayerExact(name);
    }

    public static PluginCommand getPluginCommand(String name) {
        return server.getPluginCommand(name);
    }

    public static ConsoleCommandSender getConsoleSender() {
        return server.getConsoleSender();
    }

    public static GlobalRegionScheduler getGlobalRegionScheduler() {
        return server.getGlobalRegionScheduler();
    }

    public static AsyncScheduler getAsyncScheduler() {
        return server.getAsyncScheduler();
    }

    public static boolean isPrimaryThread() {
        return server.isPrimaryThread();
    }

    public static int getCurrentTick() {
        return server.getCurrentTick();
    }
}
