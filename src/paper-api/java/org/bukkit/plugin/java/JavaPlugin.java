package org.bukkit.plugin.java;

import io.papermc.paper.plugin.configuration.PluginMeta;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.bukkit.Server;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.bukkit.command.PluginCommand;
import org.bukkit.plugin.PluginBase;
import org.bukkit.plugin.PluginDescriptionFile;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A plugin written in Java; the server calls {@code init}, {@link #onLoad}, {@link #onEnable}, {@link #onDisable}. */
@NullMarked
public abstract class JavaPlugin extends PluginBase {
    private boolean isEnabled;
    private @Nullable Server server;
    private @Nullable PluginDescriptionFile description;
    private @Nullable File dataFolder;
    private @Nullable ClassLoader classLoader;
    private @Nullable Logger logger;

    public JavaPlugin() {}

    /** Called by the server, once, before {@link #onLoad}. */
    public final void init(
            Server server,
            PluginDescriptionFile description,
            File dataFolder,
            File file,
            ClassLoader classLoader,
            @Nullable PluginMeta configuration,
            Logger logger) {
        this.server = server;
        this.description = description;
        this.dataFolder = dataFolder;
        this.classLoader = classLoader;
        this.logger = logger;
    }

    @Override
    public final File getDataFolder() {
        return dataFolder;
    }

    @Override
    public final Server getServer() {
        return server;
    }

    @Override
    public final boolean isEnabled() {
        return isEnabled;
    }

    @Override
    @Deprecated
    public final PluginDescriptionFile getDescription() {
        return description;
    }

    @Override
    public final PluginMeta getPluginMeta() {
        return description;
    }

    @Override
    public @Nullable InputStream getResource(String filename) {
        return classLoader.getResourceAsStream(filename);
    }

    @Override
    public void saveResource(String resourcePath, boolean replace) {
        Path target = dataFolder.toPath().resolve(resourcePath);
        if (Files.exists(target) && !replace) {
            getLogger().warning(() -> "Could not save " + resourcePath + " because it already exists.");
            return;
        }
        try (InputStream in = getResource(resourcePath)) {
            if (in == null) {
                throw new IllegalArgumentException("The plugin's jar has no file '" + resourcePath + "'");
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the server: runs {@link #onEnable} or {@link #onDisable} if this is a change. */
    public final void setEnabled(boolean enabled) {
        if (isEnabled == enabled) {
            return;
        }
        isEnabled = enabled;
        if (enabled) {
            onEnable();
        } else {
            onDisable();
        }
    }

    @Override
    public boolean onCommand(CommandSender sender, Command command, String label, String[] args) {
        return false;
    }

    @Override
    public @Nullable List<String> onTabComplete(CommandSender sender, Command command, String alias, String[] args) {
        return null;
    }

    /** The command of that name in this plugin's plugin.yml. */
    public @Nullable PluginCommand getCommand(String name) {
        PluginCommand command = server.getPluginCommand(name.toLowerCase(Locale.ENGLISH));
        return command != null && command.getPlugin() == this ? command : null;
    }

    @Override
    public void onLoad() {}

    @Override
    public void onDisable() {}

    @Override
    public void onEnable() {}

    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public String toString() {
        return description.getFullName();
    }
}
