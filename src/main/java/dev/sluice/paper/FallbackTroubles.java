package dev.sluice.paper;

import dev.sluice.engine.CapReached;
import dev.sluice.netty.Failures;
import dev.sluice.protocollib.RelayTroubles;
import java.util.UUID;

/** What goes wrong for players without a channel is said where it is for all others: each cause once. Any thread. */
record FallbackTroubles(Failures failures) implements RelayTroubles {

    @Override
    public void resendFailed(Throwable cause) {
        failures.resendFailed(cause);
    }

    @Override
    public void stoodAside(UUID clientId, Throwable cause) {
        failures.stoodAside(clientId, cause);
    }

    @Override
    public void queueTimesFailed(Throwable cause) {
        failures.queueTimesFailed(cause);
    }

    @Override
    public void capReached(UUID clientId, CapReached cap) {
        failures.capReached(clientId, cap);
    }
}
