package dev.sluice.netty;

import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.PingPackets;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;

/**
 * Writes markers as the game's own pings from the outbound handler's place, so that they meet neither the handler nor
 * ProtocolLib's listeners, and never fall into a bundle. The channel's event loop only. A failure turns them off, and
 * nothing else.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a marker that is not written stays unanswered, and a later one counts
final class ChannelMarkers implements MarkerPort {

    /** Stands in the encoder's place while the server changes the phase; it refuses everything. */
    private static final String NO_ENCODER = "outbound_config";

    private final ChannelHandlerContext ctx;
    private final PingPackets pings;
    private final PongHandler.Place place;
    private final Failures failures;
    private boolean off;

    ChannelMarkers(ChannelHandlerContext ctx, PingPackets pings, PongHandler.Place place, Failures failures) {
        this.ctx = ctx;
        this.pings = pings;
        this.place = place;
        this.failures = failures;
    }

    @Override
    public boolean isAvailable() {
        return !off && pings.areKnown() && !ctx.isRemoved() && ctx.channel().isActive();
    }

    @Override
    public void mark(int markerId) {
        if (!isAvailable()) {
            return;
        }
        try {
            ChannelPipeline pipeline = ctx.pipeline();
            place.keep(pipeline);
            if (pipeline.context(NO_ENCODER) == null) {
                Object ping = pings.ping(markerId);
                place.sent(markerId);
                // A promise of its own: a failed void promise would reach the server's connection, which then closes.
                ctx.write(ping, ctx.newPromise());
                ctx.flush();
            }
        } catch (RuntimeException | LinkageError e) {
            off = true;
            failures.probeFailed("markers", e);
        }
    }
}
