package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.LoadedConfig;
import dev.sluice.paper.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigFileTest {

    @TempDir
    private Path folder;

    @Test
    void load_noFile_writesTheShippedOneAndReadsIt() {
        Path file = folder.resolve("config.yml");

        LoadedConfig loaded = configFile(file, "budget: 64KB/s").load();

        assertEquals(List.of(), loaded.problems());
        assertEquals(64_000, loaded.engine().bandwidth().maxBytesPerSecond());
    }

    @Test
    void load_file_isNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), "budget: 32KB/s");

        assertEquals(
                32_000,
                configFile(file, "budget: 64KB/s").load().engine().bandwidth().maxBytesPerSecond());
    }

    @Test
    void load_changedFile_isReadAgain() throws IOException {
        Path file = folder.resolve("config.yml");
        ConfigFile configFile = configFile(file, "budget: 64KB/s");
        LoadedConfig before = configFile.load();
        Files.writeString(file, "budget: 32KB/s");

        assertEquals(64_000, before.engine().bandwidth().maxBytesPerSecond());
        assertEquals(32_000, configFile.load().engine().bandwidth().maxBytesPerSecond());
    }

    @Test
    void load_unreadableFile_isTheDefaultsAndAProblem() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("config.yml"));

        LoadedConfig loaded = configFile(directory, "").load();

        assertEquals(Settings.DEFAULT.engine(), loaded.engine());
        assertTrue(loaded.problems().getFirst().found().startsWith("an unreadable file"), loaded.problems()::toString);
    }

    private static ConfigFile configFile(Path file, String shipped) {
        Runnable write = () -> {
            try {
                Files.writeString(file, shipped);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return new ConfigFile(file, write, new ConfigLoader());
    }
}
