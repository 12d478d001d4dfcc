package dev.sluice.paper;

import dev.sluice.paper.config.ConfigProblem;
import dev.sluice.protocollib.TableReport;
import java.util.List;
import java.util.logging.Logger;

/** What the server's log says when Sluice starts, and when it reads config.yml again. */
final class StartupReport {

    private final Logger logger;

    StartupReport(Logger logger) {
        this.logger = logger;
    }

    void config(List<ConfigProblem> problems) {
        problems.forEach(problem -> logger.warning("config.yml: " + problem));
    }

    void packets(TableReport report) {
        logger.info(report.summary());
        report.error().ifPresent(logger::severe);
    }
}
