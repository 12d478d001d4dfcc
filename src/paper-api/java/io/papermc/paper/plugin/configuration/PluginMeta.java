package io.papermc.paper.plugin.configuration;

import java.util.List;

/** What a plugin says of itself. */
public interface PluginMeta {
    String getName();

    default String getDisplayName() {
        return getName() + " v" + getVersion();
    }

    String getMainClass();

    String getVersion();

    List<String> getAuthors();
}
