package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.function.LongSupplier;

/**
 * The server's own count of the bytes it writes to a socket, independent of the plugin's. The event loop writes, any
 * thread reads.
 */
public final class WireCounter extends ChannelOutboundHandlerAdapter {
    private static final long SLICE_NANOS = 10_000_000;
    private static final int SLICES = 100;

    private final LongSupplier nanoClock;
    private final long[] slices = new long[SLICES];
    private long sliceNumber;
    private long window;
    private volatile long total;
    private volatile long maxPerSecond;

    /** @param nanoClock such as {@link System#nanoTime} */
    public WireCounter(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.sliceNumber = Math.floorDiv(nanoClock.getAsLong(), SLICE_NANOS);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf bytes) {
            add(bytes.readableBytes());
        }
        var _ = ctx.write(msg, promise);
    }

    /** All bytes since the connection opened. */
    public long total() {
        return total;
    }

    /** The largest number of bytes in any window of one second, whose bounds lie on hundredths of a second. */
    public long maxPerSecond() {
        return maxPerSecond;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    void add(int bytes) {
        long now = Math.floorDiv(nanoClock.getAsLong(), SLICE_NANOS);
        long passed = Math.min(SLICES, now - sliceNumber);
        for (long i = 1; i <= passed; i++) {
            int index = Math.floorMod(now - passed + i, SLICES);
            window -= slices[index];
            slices[index] = 0;
        }
        sliceNumber = now;
        slices[Math.floorMod(now, SLICES)] += bytes;
        window += bytes;
        total = total + bytes;
        maxPerSecond = Math.max(maxPerSecond, window);
    }
}
