package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.netty.Failures;
import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.ConfigProblem;
import dev.sluice.paper.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ActionsTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final Plugin plugin = Fakes.of(Plugin.class, Map.of("getLogger", args -> logger));
    private final List<ConfigProblem> logged = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void reload_invalidValue_isReturnedAndLogged() throws IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), "budget: plenty");
        Sessions sessions = new Sessions(
                plugin,
                player -> Optional.empty(),
                update -> update,
                () -> 0,
                1L << 30,
                Settings.DEFAULT,
                new Failures(logger));
        Actions actions = new Actions(
                new ConfigFile(file, () -> {}, new ConfigLoader()),
                sessions,
                new Overlay(plugin, sessions::stats),
                logged::addAll);

        List<ConfigProblem> returned = actions.reload();

        assertEquals(
                List.of("budget"), returned.stream().map(ConfigProblem::path).toList());
        assertEquals(returned, logged);
    }
}
