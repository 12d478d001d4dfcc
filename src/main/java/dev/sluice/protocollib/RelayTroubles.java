package dev.sluice.protocollib;

import dev.sluice.engine.CapReached;
import java.util.UUID;

/** Hears what goes wrong for players without a channel. Main thread, unless it says otherwise. */
public interface RelayTroubles {

    /** A packet could not be re-sent; that one is lost. */
    void resendFailed(Throwable cause);

    /** A session failed: all of the player's packets pass from now on. Any thread. */
    void stoodAside(UUID clientId, Throwable cause);

    /** Queue times could not be predicted; nothing else of the session is touched by that. */
    void queueTimesFailed(Throwable cause);

    /** More was held than the caps allow, and the oldest left regardless of the budget. */
    void capReached(UUID clientId, CapReached cap);
}
