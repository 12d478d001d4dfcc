package org.bukkit.plugin;

import io.papermc.paper.plugin.configuration.PluginMeta;
import java.util.List;

/** What a plugin.yml says. */
public final class PluginDescriptionFile implements PluginMeta {
    private final String name;
    private final String version;
    private final String main;

    public PluginDescriptionFile(String pluginName, String pluginVersion, String mainClass) {
        this.name = pluginName;
        this.version = pluginVersion;
        this.main = mainClass;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getVersion() {
        return version;
    }

    public String getMain() {
        return main;
    }

    @Override
    public String getMainClass() {
        return main;
    }

    @Override
    public List<String> getAuthors() {
        return List.of();
    }

    public String getFullName() {
        return name + " v" + version;
    }
}
