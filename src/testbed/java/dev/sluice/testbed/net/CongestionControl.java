package dev.sluice.testbed.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Linux's {@code TCP_CONGESTION}, which accepted connections take over from the socket that listens. */
final class CongestionControl {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_CONGESTION = 13;
    private static final int MAX_LENGTH = 16;

    private CongestionControl() {}

    /** @throws IllegalArgumentException when the system does not have it, or does not let this process have it */
    static void set(Channel listening, String algorithm) {
        byte[] name = algorithm.getBytes(StandardCharsets.US_ASCII);
        if (!(listening instanceof EpollServerSocketChannel channel)) {
            throw new IllegalArgumentException("--congestion needs Linux and Netty's epoll");
        }
        if (name.length == 0 || name.length >= MAX_LENGTH) {
            throw new IllegalArgumentException("--congestion takes a name such as cubic, found '" + algorithm + "'");
        }
        RawUnixChannelOption option =
                new RawUnixChannelOption("TCP_CONGESTION", IPPROTO_TCP, TCP_CONGESTION, MAX_LENGTH);
        ByteBuffer value = ByteBuffer.allocateDirect(MAX_LENGTH).put(name);
        value.position(0);
        try {
            channel.config().setOption(option, value);
        } catch (ChannelException e) {
            throw new IllegalArgumentException("the system does not let connections use " + algorithm, e);
        }
    }
}
