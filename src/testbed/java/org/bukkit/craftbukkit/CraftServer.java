package org.bukkit.craftbukkit;

import dev.sluice.testbed.plugin.HostContext;
import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Logger;
import net.kyori.adventure.audience.Audience;
import org.bukkit.Server;
import org.bukkit.command.CommandSender;
import org.bukkit.command.ConsoleCommandSender;
import org.bukkit.command.PluginCommand;
import org.bukkit.entity.Player;
import org.bukkit.plugin.PluginManager;
import org.jspecify.annotations.Nullable;

/** The server that plugins see: reads the host's state, has none of its own. */
public final class CraftServer implements Server {
    private final HostContext context;
    private final Logger logger = Logger.getLogger("Minecraft");
    private final ConsoleCommandSender console = new CraftConsole(this, logger);

    public CraftServer(HostContext context) {
        this.context = context;
    }

    @Override
    public String getName() {
        return "Sluice test bed";
    }

    @Override
    public String getVersion() {
        return "testbed-1 (MC: " + getMinecraftVersion() + ")";
    }

    @Override
    public String getBukkitVersion() {
        return getMinecraftVersion() + "-R0.1-SNAPSHOT";
    }

    @Override
    public String getMinecraftVersion() {
        return context.minecraftVersion();
    }

    @Override
    public Collection<? extends Player> getOnlinePlayers() {
        return context.players();
    }

    @Override
    public int getMaxPlayers() {
        return 100;
    }

    @Override
    public int getPort() {
        return context.port();
    }

    @Override
    public String getIp() {
        return "";
    }

    @Override
    public int getViewDistance() {
        return context.players().stream()
                .mapToInt(Player::getViewDistance)
                .max()
                .orElse(10);
    }

    @Override
    public boolean getOnlineMode() {
        return false;
    }

    @Override
    public @Nullable Player getPlayer(String name) {
        Player exact = getPlayerExact(name);
        if (exact != null) {
            return exact;
        }
        String start = name.toLowerCase(Locale.ROOT);
        return context.players().stream()
                .filter(player -> player.getName().toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Player getPlayerExact(String name) {
        return context.players().stream()
                .filter(player -> player.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable Player getPlayer(UUID id) {
        return context.players().stream()
                .filter(player -> player.getUniqueId().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public PluginManager getPluginManager() {
        return context.pluginManager();
    }

    @Override
    public @Nullable PluginCommand getPluginCommand(String name) {
        return context.commands().get(name);
    }

    @Override
    public boolean dispatchCommand(CommandSender sender, String commandLine) {
        return context.commands().dispatch(sender, commandLine);
    }

    @Override
    public ConsoleCommandSender getConsoleSender() {
        return console;
    }

    @Override
    public GlobalRegionScheduler getGlobalRegionScheduler() {
        return context.globalScheduler();
    }

    @Override
    public AsyncScheduler getAsyncScheduler() {
        return context.asyncScheduler();
    }

    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public boolean isPrimaryThread() {
        return context.onMainThread();
    }

    @Override
    public boolean isStopping() {
        return context.stopping();
    }

    @Override
    public int getCurrentTick() {
        return context.currentTick();
    }

    @Override
    public Iterable<? extends Audience> audiences() {
        return List.copyOf(context.players());
    }
}
