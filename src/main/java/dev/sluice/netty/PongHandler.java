package dev.sluice.netty;

import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.engine.port.PingPackets;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/**
 * Takes the answers to Sluice's markers out of what the client sends, repeated ones too. All else goes on, also an id of
 * Sluice's range that was not sent of late: it is the answer to another plugin's ping, or forged, which the server ignores. Its
 * channel's event loop only.
 */
final class PongHandler extends ChannelInboundHandlerAdapter {

    /** The handler's name in the pipeline. */
    static final String NAME = "sluice_pongs";

    private final Place place;

    private PongHandler(Place place) {
        this.place = place;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        OptionalInt id = place.idOf(msg);
        if (id.isPresent() && place.isSent(id.getAsInt())) {
            ReferenceCountUtil.release(msg);
            place.confirmed.accept(id.getAsInt());
        } else {
            ctx.fireChannelRead(msg);
        }
    }

    /**
     * Where the handler stands: directly behind the decoder, and so before ProtocolLib's
     * {@code protocol_lib_inbound_interceptor}, which calls the other plugins' listeners (ProtocolLib 5.4.0,
     * {@code NettyChannelInjector.inject} puts it behind the decoder as well).
     */
    static final class Place {

        private static final String DECODER = "decoder";
        private static final String NO_DECODER = "inbound_config";
        private static final String LISTENERS = "protocol_lib_inbound_interceptor";

        /** At ten markers a second 51 seconds' worth: a client that is silent for 30 is disconnected by the server. */
        private static final int REMEMBERED = 512;

        private final int[] sent = new int[REMEMBERED];
        private int next;
        private final PingPackets pings;
        private final IntConsumer confirmed;
        private final Failures failures;
        private boolean unreadable;

        /** @param confirmed told the id of each answer; must not throw */
        Place(PingPackets pings, IntConsumer confirmed, Failures failures) {
            this.pings = pings;
            this.confirmed = confirmed;
            this.failures = failures;
        }

        /** Remembers a marker's id from now on. */
        void sent(int markerId) {
            sent[next] = markerId;
            next = next + 1 == REMEMBERED ? 0 : next + 1;
        }

        private boolean isSent(int id) {
            // Without a look for other plugins' pongs; nor do the empty places stand for id 0.
            if (MarkerIds.isOurs(id)) {
                for (int known : sent) {
                    if (known == id) {
                        return true;
                    }
                }
            }
            return false;
        }

        private OptionalInt idOf(Object packet) {
            if (unreadable) {
                return OptionalInt.empty();
            }
            try {
                return pings.pongId(packet);
            } catch (RuntimeException | LinkageError e) {
                // What cannot be read is not ours to take; an exception would close the connection.
                unreadable = true;
                failures.probeFailed("pongs", e);
                return OptionalInt.empty();
            }
        }

        /** Puts the handler into its place, again if ProtocolLib has come before it since. */
        void keep(ChannelPipeline pipeline) {
            List<String> names = pipeline.names();
            int listeners = names.indexOf(LISTENERS);
            int own = names.indexOf(NAME);
            if (own >= 0 && (listeners < 0 || own < listeners)) {
                return;
            }
            if (own >= 0) {
                pipeline.remove(NAME);
            }
            // A new one each time: Netty adds a handler once only.
            PongHandler handler = new PongHandler(this);
            if (names.contains(DECODER)) {
                pipeline.addAfter(DECODER, NAME, handler);
            } else if (names.contains(NO_DECODER)) {
                pipeline.addAfter(NO_DECODER, NAME, handler);
            } else {
                pipeline.addBefore(HoldingHandler.NAME, NAME, handler);
            }
        }
    }
}
