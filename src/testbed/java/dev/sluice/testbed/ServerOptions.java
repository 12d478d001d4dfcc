package dev.sluice.testbed;

import dev.sluice.testbed.world.WorldKind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to serve.
 *
 * @param host address to listen on
 * @param port to listen on; 0 for any free one
 * @param plugin whether the plugin runs; packets take the same way without it
 * @param chunksPerSecond at which chunks are pushed to each player
 * @param viewDistance in chunks: a player gets the (2n+1)² around it
 * @param entities creatures that walk around the players' spawn
 * @param frozen whether the creatures stand still until {@code /freeze} says otherwise
 * @param seed of the world and of the creatures
 * @param world what is in its chunks
 * @param config the plugin's config.yml, if not its default
 * @param stamps whether the stream carries times, see {@link dev.sluice.testbed.stamps.Stamps}
 * @param congestionControl the algorithm of the connections, such as {@code cubic}, if not the system's; Linux only
 */
public record ServerOptions(
        String host,
        int port,
        boolean plugin,
        double chunksPerSecond,
        int viewDistance,
        int entities,
        boolean frozen,
        long seed,
        WorldKind world,
        Optional<Path> config,
        boolean stamps,
        Optional<String> congestionControl) {

    /** The defaults of the command line, on any free port. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                "127.0.0.1",
                0,
                true,
                75,
                10,
                60,
                false,
                1,
                WorldKind.NATURAL,
                Optional.empty(),
                false,
                Optional.empty());
    }
}
