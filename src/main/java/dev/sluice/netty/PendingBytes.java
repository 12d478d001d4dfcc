package dev.sluice.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** What Netty has and the socket has not taken: after compression, framing and encryption. The channel's event loop only. */
final class PendingBytes {

    /** What Netty adds to the size of each message that it has pending; it reads the same property. */
    private static final int ENTRY_OVERHEAD =
            Integer.getInteger("io.netty.transport.outboundBufferEntrySizeOverhead", 96);

    private PendingBytes() {}

    /**
     * All that is pending, flushed or not. Netty counts a fixed overhead for each message, which is taken off for those that
     * are flushed; of a message that the socket took in part, the rest counts. 0 on a channel that is closed.
     */
    static long of(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : pending(buffer);
    }

    /** The same if the socket has refused something, else 0: what is not flushed yet was never offered to it. */
    static long refused(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null || buffer.isEmpty() ? 0 : pending(buffer);
    }

    private static long pending(ChannelOutboundBuffer buffer) {
        long overhead = (long) ENTRY_OVERHEAD * buffer.size();
        return Math.max(0, buffer.totalPendingWriteBytes() - overhead - buffer.currentProgress());
    }
}
