package dev.sluice.protocollib;

import dev.sluice.engine.CapReached;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what went wrong. */
public final class RelayTroublesList implements RelayTroubles {

    final List<Throwable> stoodAside = new ArrayList<>();
    final List<CapReached> caps = new ArrayList<>();
    int resends;

    @Override
    public void resendFailed(Throwable cause) {
        resends++;
    }

    @Override
    public void queueTimesFailed(Throwable cause) {
        throw new AssertionError("expected queue times", cause);
    }

    @Override
    public void stoodAside(UUID clientId, Throwable cause) {
        stoodAside.add(cause);
    }

    @Override
    public void capReached(UUID clientId, CapReached cap) {
        caps.add(cap);
    }
}
