package org.bukkit.plugin;

import io.papermc.paper.plugin.configuration.PluginMeta;
import java.util.List;

/** What a plugin.yml says. */
public final class PluginDescriptionFile implements PluginMeta {
    private final String name;
    private final String version;
    private final String main;
    private final List<String> depend;
    private final List<String> softDepend;

    public PluginDescriptionFile(String pluginName, String pluginVersion, String mainClass) {
        this(pluginName, pluginVersion, mainClass, List.of(), List.of());
    }

    /** Unlike Bukkit's, which reads the file itself. */
    public PluginDescriptionFile(
            String name, String version, String main, List<String> depend, List<String> softDepend) {
        this.name = name;
        this.version = version;
        this.main = main;
        this.depend = depend;
        this.softDepend = softDepend;
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

    public List<String> getDepend() {
        return depend;
    }

    public List<String> getSoftDepend() {
        return softDepend;
    }

    public List<String> getLoadBefore() {
        return List.of();
    }

    public PluginLoadOrder getLoad() {
        return PluginLoadOrder.POSTWORLD;
    }

    public String getFullName() {
        return name + " v" + version;
    }
}
