package dev.sluice.protocollib;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs what goes wrong in the fallback, each cause once. Any thread. */
final class RelayLog implements RelayTroubles {

    private final Logger logger;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    RelayLog(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void resendFailed(RuntimeException cause) {
        if (logged.add("re-send")) {
            logger.log(
                    Level.WARNING,
                    "Sluice could not re-send a packet that it had held; that packet is lost, the others go on. Please report"
                            + " this. It is logged once.",
                    cause);
        }
    }

    @Override
    public void stoodAside(UUID clientId, Throwable cause) {
        if (logged.add("failed " + cause.getClass().getName())) {
            logger.log(
                    Level.SEVERE,
                    "Sluice failed for player " + clientId + " and lets all of their packets pass from now on; they can"
                            + " play on without it. Please report this. Further failures of this kind are not logged.",
                    cause);
        }
    }

    @Override
    public void capReached(BandwidthStats stats) {
        if (logged.add("cap " + stats.clientId())) {
            logger.warning("The link of player " + stats.clientId() + " cannot carry what the server sends: "
                    + stats.heldMessages() + " packets (" + stats.heldBytes() + " bytes) are held, the most that"
                    + " config.yml allows (memory). The oldest now go out regardless of the budget. Raise the budget or"
                    + " lower the view distance. This is logged once per player.");
        }
    }
}
