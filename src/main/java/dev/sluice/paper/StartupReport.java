package dev.sluice.paper;

import dev.sluice.paper.config.ConfigProblem;
import java.util.List;
import java.util.logging.Logger;

/** What the server's log says when Sluice starts. */
final class StartupReport {

    private final Logger logger;

    StartupReport(Logger logger) {
        this.logger = logger;
    }

    void config(List<ConfigProblem> problems) {
        problems.forEach(problem -> logger.warning("config.yml: " + problem));
    }

    void packets(int managedTypes, List<String> passedThrough, List<String> missingCore) {
        String through = passedThrough.isEmpty() ? "none" : String.join(", ", passedThrough);
        logger.info("Managing " + managedTypes + " packet types, passing through: " + through + ".");
        if (managedTypes == 0 || !missingCore.isEmpty()) {
            String what = managedTypes == 0
                    ? "any packet type"
                    : "the packet types that matter most (" + String.join(", ", missingCore) + ")";
            logger.severe(
                    "Sluice does not know " + what + " on this server, and lets them pass. Update ProtocolLib to the"
                            + " build for this Minecraft version; if that does not help, please report this with the line above.");
        }
    }
}
