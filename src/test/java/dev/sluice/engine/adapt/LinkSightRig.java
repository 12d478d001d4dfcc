package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertNotNull;

/** A link, and what is seen of it: for the tests of {@link LinkSight}. */
abstract class LinkSightRig {

    final DelayedLink link = new DelayedLink();
    final LinkSight sight = new LinkSight(link.transport, link.delivery, 0);

    /** The path whose readings count. */
    final PathEstimate path() {
        PathEstimate trusted = sight.trusted();
        assertNotNull(trusted);
        return trusted;
    }

    final void run(int millis) {
        link.run(millis, this::look);
    }

    final void look(long nowNanos) {
        sight.look(nowNanos, true, DelayedLink.BYTES_PER_LOOK);
    }
}
