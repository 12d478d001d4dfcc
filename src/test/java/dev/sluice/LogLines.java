package dev.sluice;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A logger that keeps its lines and prints none. */
public final class LogLines {

    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getAnonymousLogger();

    public LogLines() {
        logger.setUseParentHandlers(false);
        logger.addHandler(new Handler() {
            @Override
            public void publish(LogRecord logged) {
                lines.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    public Logger logger() {
        return logger;
    }

    public List<String> lines() {
        return lines;
    }
}
