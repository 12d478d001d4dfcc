package dev.sluice.paper;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says why a player cannot be managed, each cause once: {@code /netstats} tells of each player. Any thread. */
final class UnmanagedLog {

    /** So many causes of causes tell failures apart; they may be a circle. */
    private static final int MAX_DEPTH = 8;

    private final Logger logger;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    UnmanagedLog(Logger logger) {
        this.logger = logger;
    }

    void failed(String name, Throwable cause) {
        if (logged.add(whatAndWhere(cause))) {
            logger.log(
                    Level.WARNING,
                    "Sluice cannot manage " + name
                            + ", whose packets pass; does another plugin change the connection? Further"
                            + " players with the same cause are not logged: /netstats <player> tells.",
                    cause);
        }
    }

    private static String whatAndWhere(Throwable failure) {
        StringBuilder all = new StringBuilder();
        Throwable each = failure;
        for (int i = 0; each != null && i < MAX_DEPTH; i++) {
            StackTraceElement[] trace = each.getStackTrace();
            all.append(each.getClass().getName())
                    .append(trace.length == 0 ? "" : " at " + trace[0])
                    .append('\n');
            each = each.getCause();
        }
        return all.toString();
    }
}
