package dev.sluice.testbed;

import dev.sluice.testbed.world.WorldKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code ./run}. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Starts a Minecraft 26.1 server with the plugin in it.",
        usageHelpAutoWidth = true)
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
final class RunCommand {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "address to listen on (${DEFAULT-VALUE})")
    String host;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "25565",
            description = "port, 0 for any free one (${DEFAULT-VALUE})")
    int port;

    @Option(names = "--seconds", paramLabel = "N", description = "end after this time (until Ctrl-C)")
    @Nullable
    Double seconds;

    @Option(
            names = "--bots",
            paramLabel = "N",
            defaultValue = "2",
            description = "clients that walk around (${DEFAULT-VALUE})")
    int bots;

    @Option(
            names = "--plugin",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "with the plugin or without (${DEFAULT-VALUE})")
    Switch plugin;

    @Option(
            names = "--chunk-rate",
            paramLabel = "R",
            defaultValue = "75",
            description = "chunks a second to each player (${DEFAULT-VALUE})")
    double chunkRate;

    @Option(
            names = "--view-distance",
            paramLabel = "D",
            defaultValue = "10",
            description = "in chunks, 2 to 32 (${DEFAULT-VALUE})")
    int viewDistance;

    @Option(
            names = "--entities",
            paramLabel = "N",
            defaultValue = "60",
            description = "creatures that walk around (${DEFAULT-VALUE})")
    int entities;

    @Option(
            names = "--frozen",
            description = "the creatures stand still until a client says /freeze off or /freeze TICK")
    boolean frozen;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the world, creatures and bots (${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--world",
            paramLabel = "W",
            defaultValue = "natural",
            description = "natural (3-7 KB a chunk), dense (as with anti-xray) or mixed (${DEFAULT-VALUE})")
    WorldKind world;

    @Option(names = "--config", paramLabel = "FILE", description = "the plugin's config.yml (its default)")
    @Nullable
    Path config;

    @Option(names = "--json", paramLabel = "FILE", description = "write the closing JSON there as well")
    @Nullable
    Path json;

    @Option(
            names = "--stamps",
            description =
                    "put times into the stream and what the plugin decides over time into the closing JSON, for measuring")
    boolean stamps;

    @Option(
            names = "--congestion",
            paramLabel = "C",
            description = "TCP's congestion control, such as cubic (the system's)")
    @Nullable
    String congestion;

    @Option(names = "--no-build", description = "run what was built before")
    boolean noBuild;

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            description = "this text")
    boolean help;

    /** What {@code --plugin} takes. */
    enum Switch {
        ON,
        OFF
    }

    /** @throws ParameterException for a value out of its range */
    ServerOptions checked() {
        require(port >= 0 && port <= 65_535, "--port", "0 to 65535", port);
        require(seconds == null || seconds > 0, "--seconds", "a number above 0", seconds);
        require(bots >= 0 && bots <= 100, "--bots", "0 to 100", bots);
        require(chunkRate > 0 && chunkRate <= 10_000, "--chunk-rate", "a number above 0, at most 10000", chunkRate);
        require(viewDistance >= 2 && viewDistance <= 32, "--view-distance", "2 to 32", viewDistance);
        require(entities >= 0 && entities <= 10_000, "--entities", "0 to 10000", entities);
        require(config == null || Files.isReadable(config), "--config", "a file that can be read", config);
        return new ServerOptions(
                host,
                port,
                plugin == Switch.ON,
                chunkRate,
                viewDistance,
                entities,
                frozen,
                seed,
                world,
                Optional.ofNullable(config),
                stamps,
                Optional.ofNullable(congestion));
    }

    private void require(boolean holds, String option, String expected, @Nullable Object found) {
        if (!holds) {
            throw new ParameterException(
                    spec.commandLine(), String.format(Locale.ROOT, "%s takes %s, found %s", option, expected, found));
        }
    }
}
