package dev.sluice.e2e;

import dev.sluice.testbed.ServerOptions;
import java.nio.file.Path;
import java.util.Optional;

/** A server with the plugin on any free port, without creatures that would disturb what is measured. */
final class QuietServer {

    private QuietServer() {}

    static ServerOptions options(Path config, int viewDistance) {
        ServerOptions defaults = ServerOptions.defaults();
        return new ServerOptions(
                defaults.host(),
                0,
                true,
                defaults.chunksPerSecond(),
                viewDistance,
                0,
                false,
                defaults.seed(),
                defaults.world(),
                Optional.of(config),
                false,
                Optional.empty());
    }
}
