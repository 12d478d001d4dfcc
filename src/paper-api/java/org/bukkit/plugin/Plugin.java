package org.bukkit.plugin;

import io.papermc.paper.plugin.configuration.PluginMeta;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.bukkit.Server;
import org.bukkit.command.TabExecutor;

/** Code that a server loads from its plugins folder. */
public interface Plugin extends TabExecutor {
    File getDataFolder();

    default Path getDataPath() {
        return getDataFolder().toPath();
    }

    @Deprecated
    PluginDescriptionFile getDescription();

    PluginMeta getPluginMeta();

    /** A file of the plugin's jar, or null. */
    InputStream getResource(String filename);

    void saveResource(String resourcePath, boolean replace);

    Server getServer();

    boolean isEnabled();

    void onDisable();

    void onLoad();

    void onEnable();

    Logger getLogger();

    String getName();
}
