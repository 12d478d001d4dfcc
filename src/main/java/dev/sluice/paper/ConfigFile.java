package dev.sluice.paper;

import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.ConfigProblem;
import dev.sluice.paper.config.LoadedConfig;
import dev.sluice.paper.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** config.yml in the plugin's folder. */
final class ConfigFile {

    static final String NAME = "config.yml";

    private final Path file;
    private final Runnable writeDefault;
    private final ConfigLoader loader;

    /** @param writeDefault writes the shipped file to that place */
    ConfigFile(Path file, Runnable writeDefault, ConfigLoader loader) {
        this.file = file;
        this.writeDefault = writeDefault;
        this.loader = loader;
    }

    /** Reads the file, after writing the shipped one if there is none. Never fails; one thread at a time. */
    LoadedConfig load() {
        try {
            if (Files.notExists(file)) {
                writeDefault.run();
            }
            // Not readString: it refuses a file in another encoding, of which all but the comments may be readable.
            return loader.load(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return new LoadedConfig(
                    Settings.DEFAULT,
                    List.of(new ConfigProblem(
                            NAME,
                            "an unreadable file (" + e + ")",
                            "the default of every setting",
                            "Make it readable for the server, or delete it and let Sluice write a new one.")));
        }
    }
}
