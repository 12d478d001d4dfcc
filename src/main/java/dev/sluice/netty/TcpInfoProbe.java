package dev.sluice.netty;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * What Linux knows of the connection: {@code TCP_INFO}, read through Netty's epoll channel in about a microsecond. Offsets
 * are those of {@code struct tcp_info} in {@code linux/tcp.h}, which only ever grows at its end. It sees the hop to whatever
 * the connection ends at: with a proxy in front, that is the proxy.
 *
 * <p>An older kernel fills less, and the rest stays zero: {@code bytes_acked} came with 4.1, {@code notsent_bytes} and
 * {@code min_rtt} with 4.6, {@code delivery_rate} with 4.9,
 * {@code bytes_sent} with 4.19. A zero that the kernel never writes once it has measured is
 * unseen, and without any round-trip time nothing is.
 *
 * <p>Its channel's event loop only. It never throws: once it has failed it sees nothing any more.
 */
final class TcpInfoProbe implements LinkProbe {

    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int LENGTH = 232;

    private static final int APP_LIMITED = 7;
    private static final int SND_MSS = 16;
    private static final int UNACKED = 24;
    private static final int RTT = 68;
    private static final int TOTAL_RETRANS = 100;
    private static final int BYTES_ACKED = 120;
    private static final int NOTSENT_BYTES = 144;
    private static final int MIN_RTT = 148;
    private static final int DELIVERY_RATE = 160;
    private static final int BYTES_SENT = 200;
    private static final int BYTES_RETRANS = 208;

    /** The first bit field of its byte: compilers begin at the end where the byte order does. */
    private static final int APP_LIMITED_BIT = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0x01 : 0x80;

    private static final long UNSIGNED = 0xFFFF_FFFFL;
    private static final double MILLIS_PER_MICRO = 1e-3;

    private final EpollSocketChannel channel;
    private final RawUnixChannelOption option;
    private final Failures failures;

    /** Where the kernel tells nothing, whether the socket takes what is written is left. */
    private final LinkProbe withoutKernel;

    private boolean off;

    TcpInfoProbe(EpollSocketChannel channel, Failures failures) {
        this(channel, new RawUnixChannelOption("TCP_INFO", IPPROTO_TCP, TCP_INFO, LENGTH), failures);
    }

    /** @param option asks the socket for a {@code tcp_info} */
    TcpInfoProbe(EpollSocketChannel channel, RawUnixChannelOption option, Failures failures) {
        this.channel = channel;
        this.option = option;
        this.failures = failures;
        this.withoutKernel = new WritabilityProbe(channel, failures);
    }

    @Override
    public String name() {
        return "tcp_info";
    }

    @Override
    public @Nullable LinkReading read() {
        LinkReading reading = off || !channel.isActive() ? null : ask();
        return reading == null ? withoutKernel.read() : reading;
    }

    private @Nullable LinkReading ask() {
        try {
            ByteBuffer info = channel.config().getOption(option);
            return info == null ? null : reading(info.order(ByteOrder.nativeOrder()), PendingBytes.of(channel));
        } catch (RuntimeException | LinkageError e) {
            off = true;
            if (channel.isActive()) {
                failures.probeFailed(name(), e);
            }
            return null;
        }
    }

    /**
     * What a {@code tcp_info} says.
     *
     * @param info at least its first 232 bytes, or as many as the kernel has
     * @param pendingBytes what waits before the socket
     */
    static @Nullable LinkReading reading(ByteBuffer info, long pendingBytes) {
        if (info.remaining() < LENGTH || info.getInt(RTT) == 0) {
            return null;
        }
        long minRtt = info.getInt(MIN_RTT) & UNSIGNED;
        long acked = info.getLong(BYTES_ACKED);
        long rate = info.getLong(DELIVERY_RATE);
        boolean hasRate = rate > 0;
        // Never 0 where the kernel knows it, and all ones before the first sample.
        boolean hasMinRtt = minRtt != 0;
        return new LinkReading(
                (info.getInt(RTT) & UNSIGNED) * MILLIS_PER_MICRO,
                hasMinRtt && minRtt != UNSIGNED ? minRtt * MILLIS_PER_MICRO : Double.NaN,
                acked > 0 ? acked : LinkReading.UNSEEN,
                hasRate ? rate : Double.NaN,
                hasRate && (info.get(APP_LIMITED) & APP_LIMITED_BIT) != 0,
                hasMinRtt ? (info.getInt(NOTSENT_BYTES) & UNSIGNED) + pendingBytes : LinkReading.UNSEEN,
                inFlight(info, acked),
                info.getInt(TOTAL_RETRANS) & UNSIGNED);
    }

    /** In bytes where they are counted; else in segments, of which the last of a burst is smaller than that. */
    private static long inFlight(ByteBuffer info, long acked) {
        long sent = info.getLong(BYTES_SENT);
        return sent > 0
                ? Math.max(0, sent - info.getLong(BYTES_RETRANS) - acked)
                : (info.getInt(UNACKED) & UNSIGNED) * (info.getInt(SND_MSS) & UNSIGNED);
    }
}
