package dev.sluice.netty;

import dev.sluice.engine.CapReached;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says what went wrong, each cause once. Any thread. */
public final class Failures {

    private static final String OWN = "dev.sluice.";

    /** So many causes of causes tell failures apart; they may be a circle. */
    private static final int MAX_DEPTH = 8;

    private final Logger logger;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    public Failures(Logger logger) {
        this.logger = logger;
    }

    /** A session failed and lets everything pass from now on, with or without a channel. */
    public void stoodAside(UUID clientId, Throwable cause) {
        if (logged.add(where(cause))) {
            logger.log(
                    Level.SEVERE,
                    "Sluice failed for player " + clientId + " and lets all of their packets pass from now on; they can"
                            + " play on without it. Please report this. Further failures of this kind are not logged.",
                    cause);
        }
    }

    /**
     * Something could not be done for a player that is not about one packet; whoever comes next gets it done all the same.
     *
     * @param what was to be done, to be followed by the player: {@code look at}
     */
    public void undone(String what, UUID clientId, Throwable cause) {
        warnOnce(
                what + " " + where(cause),
                "Sluice could not " + what + " player " + clientId + "; other players are not concerned. Please report"
                        + " this. Further failures of this kind are not logged.",
                cause);
    }

    /** A player cannot be managed. {@code /netstats} tells of each player whether it is. */
    public void unmanaged(String playerName, Throwable cause) {
        warnOnce(
                "manage " + where(cause),
                "Sluice cannot manage " + playerName
                        + ", whose packets pass; does another plugin change the connection? Further"
                        + " players with the same cause are not logged: /netstats <player> tells.",
                cause);
    }

    private static String where(Throwable failure) {
        StringBuilder all = new StringBuilder();
        Throwable each = failure;
        for (int i = 0; each != null && i < MAX_DEPTH; i++) {
            all.append(placeOf(each)).append('\n');
            each = each.getCause();
        }
        return all.toString();
    }

    /**
     * What failed, and where: at the top of the stack, which tells what other plugins do behind one place of Sluice's, and in
     * Sluice, which tells what the JDK finds for many places in one of its own.
     */
    private static String placeOf(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String where = cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith(OWN)) {
                return where + " in " + frame;
            }
        }
        return where;
    }

    /** More was held for a player, or for all together, than is allowed, with or without a channel. */
    public void capReached(UUID clientId, CapReached cap) {
        if (!cap.isOwn()) {
            if (logged.add("heap")) {
                logger.warning(
                        "More heap is held for all players together than config.yml allows (memory.max-heap-percent),"
                                + " first noticed for player " + clientId + " with " + cap.heldMessages() + " packets ("
                                + cap.heldBytes()
                                + " bytes). Of those for whom most is held the oldest packets now go out regardless"
                                + " of the budget. Give the server more heap or lower the view distance. This is logged once.");
            }
        } else if (logged.add(capOf(clientId))) {
            logger.warning("The link of player " + clientId + " cannot carry what the server sends: "
                    + cap.heldMessages() + " packets (" + cap.heldBytes() + " bytes) were held, more than"
                    + " config.yml allows (memory). The oldest now go out regardless of the budget. Raise the budget or"
                    + " lower the view distance. This is logged once until the player leaves.");
        }
    }

    /** A player has left: what was said once for it alone is forgotten. */
    public void forget(UUID clientId) {
        logged.remove(capOf(clientId));
    }

    private static String capOf(UUID clientId) {
        return "cap " + clientId;
    }

    /** A session could not predict queue times, which nothing but statistics and the view distance go by. */
    public void queueTimesFailed(Throwable cause) {
        warnOnce(
                "queue times",
                "Sluice could not predict how long packets are held and goes by a rough estimate for a minute; no packet is"
                        + " concerned. Please report this. It is logged once.",
                cause);
    }

    /** A packet could not be sent again for a player without a channel. */
    public void resendFailed(Throwable cause) {
        warnOnce(
                "re-send",
                "Sluice could not re-send a packet that it had held; that packet is lost, the others go on. Please report"
                        + " this. It is logged once.",
                cause);
    }

    /**
     * The library PacketEvents is in use, whose packets cannot be kept in order with what is held.
     *
     * @param plugins by which it was found: its own, or those that have a copy of it
     */
    public void packetEventsFound(String plugins) {
        if (logged.add("PacketEvents")) {
            logger.info("Packets that plugins send with PacketEvents (" + plugins + ") are bytes, which Sluice does not"
                    + " read: they overtake what it holds. On a weak link a client may so be told of an entity that it has"
                    + " not got yet, which it ignores, or of a block that older ones then replace. Entities that such a"
                    + " plugin shows by itself are not concerned. If players miss something of that kind, set"
                    + " classes.nearby-entities.managed to false in config.yml: then nothing of entities is held, which a"
                    + " weak link notices. This is logged once.");
        }
    }

    private void warnOnce(String about, String text, Throwable cause) {
        if (logged.add(about)) {
            logger.log(Level.WARNING, text, cause);
        }
    }

    /** Something did not work that is not needed. */
    void ignored(String what, Throwable cause) {
        logger.log(Level.FINE, what, cause);
    }

    /** A probe cannot read what it should: the others do without it. */
    void probeFailed(String probe, Throwable cause) {
        if (logged.add("probe " + probe + " " + cause.getClass().getName())) {
            logger.log(
                    Level.WARNING,
                    "Sluice cannot read " + probe + " of a player's connection (" + cause
                            + ") and does without it. This is" + " logged once.");
        }
    }
}
