package dev.sluice.testbed.plugin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How to host.
 *
 * @param minecraftVersion such as {@code 26.1.2}
 * @param dataFolder the plugin's data folder; created when missing
 * @param configFile copied to the data folder as {@code config.yml} first, if present
 * @param withPlugin whether Sluice itself runs; packets take the same way without it
 * @param mainThread says whether the calling thread is the one that ticks the server
 * @param port that the server listens on
 */
public record HostSettings(
        String minecraftVersion,
        Path dataFolder,
        Optional<Path> configFile,
        boolean withPlugin,
        BooleanSupplier mainThread,
        int port) {}
