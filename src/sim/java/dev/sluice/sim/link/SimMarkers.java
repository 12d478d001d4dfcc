package dev.sluice.sim.link;

import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.Ticker;
import java.util.ArrayDeque;
import java.util.function.IntConsumer;

/** Markers over a simulated link: the client answers once all before has arrived. Confined to one player's simulation. */
public final class SimMarkers implements MarkerPort {

    private static final long MARKER_BYTES = 7;

    private record Answer(int markerId, long arrivesNanos) {}

    private final SimLink link;
    private final long backNanos;
    private final Ticker ticker;
    private final ArrayDeque<Answer> coming = new ArrayDeque<>();

    public SimMarkers(SimLink link, LinkPlan plan, Ticker ticker) {
        this.link = link;
        this.backNanos = plan.rttNanos() - plan.rttNanos() / 2;
        this.ticker = ticker;
    }

    @Override
    public void mark(int markerId) {
        coming.add(new Answer(markerId, link.send(MARKER_BYTES) + backNanos));
    }

    @Override
    public boolean isAvailable() {
        return true;
    }

    /** When the next answer arrives; {@link Long#MAX_VALUE} if none is coming. */
    public long nextNanos() {
        Answer next = coming.peekFirst();
        return next == null ? Long.MAX_VALUE : next.arrivesNanos();
    }

    /** Hands on the answers that have arrived. */
    public void deliver(IntConsumer confirmed) {
        while (nextNanos() <= ticker.nanos()) {
            confirmed.accept(coming.removeFirst().markerId());
        }
    }
}
