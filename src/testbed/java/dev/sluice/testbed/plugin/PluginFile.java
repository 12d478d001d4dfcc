package dev.sluice.testbed.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bukkit.plugin.PluginDescriptionFile;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A plugin on the class path.
 *
 * @param where its plugin.yml
 * @param yaml what that says
 */
record PluginFile(URL where, Map<String, Object> yaml) {
    private static final String NAME = "plugin.yml";

    /**
     * Finds a plugin on the class path.
     *
     * @throws IllegalStateException if there is none of that name
     */
    static PluginFile named(String name) {
        try {
            for (URL url : Collections.list(PluginFile.class.getClassLoader().getResources(NAME))) {
                try (InputStream in = url.openStream()) {
                    @SuppressWarnings("unchecked") // a plugin.yml is a map by its format
                    Map<String, Object> yaml = (Map<String, Object>)
                            new Load(LoadSettings.builder().build()).loadFromInputStream(in);
                    if (name.equals(yaml.get("name"))) {
                        return new PluginFile(url, yaml);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("expected a plugin.yml with 'name: " + name
                + "' on the class path, found none: build the project first");
    }

    PluginDescriptionFile description() {
        return new PluginDescriptionFile(
                text("name"), text("version"), text("main"), strings("depend"), strings("softdepend"));
    }

    /** The plugin's own files only, as its jar would offer them. */
    ClassLoader files() {
        return new ClassLoader(PluginFile.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String file) {
                try {
                    return URI.create(where.toString().replaceFirst(NAME + "$", file))
                            .toURL()
                            .openStream();
                } catch (IOException e) {
                    return null;
                }
            }
        };
    }

    private String text(String key) {
        return String.valueOf(yaml.get(key));
    }

    private List<String> strings(String key) {
        return strings(yaml.get(key));
    }

    static List<String> strings(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    /** The map under a key, with its entries' maps; empty where absent. */
    @SuppressWarnings("unchecked") // YAML's maps have strings as keys here
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
