package dev.sluice.paper;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged, as {@code LEVEL message}. */
final class RecordingLog extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    static RecordingLog on(Logger logger) {
        RecordingLog log = new RecordingLog();
        logger.setUseParentHandlers(false);
        logger.addHandler(log);
        return log;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(record.getLevel() + " " + record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
