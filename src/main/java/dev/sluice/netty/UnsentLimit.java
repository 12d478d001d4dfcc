package dev.sluice.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Lets the kernel take no more than {@value #BYTES} bytes beyond what it has sent ({@code TCP_NOTSENT_LOWAT}, Linux 3.12).
 * Bytes, their order and what is in flight stay the same. What changes: the rest waits in Netty's buffer instead of the
 * socket's, so {@code Channel.isWritable} follows the link, and a fast connection wakes the event loop more often. The limit
 * is taken back with the handler, unless somebody else has set one since; a connection that has one already keeps it.
 * The channel's event loop only. Never throws.
 */
final class UnsentLimit {

    static final long BYTES = 16 * 1024;

    /** The kernel's "none of its own": the system's default holds. */
    private static final long UNSET = 0;

    private static final long NO_LIMIT = 0xFFFF_FFFFL;

    private final Failures failures;
    private @Nullable Long previous;

    UnsentLimit(Failures failures) {
        this.failures = failures;
    }

    /** Sets the limit where that is possible. */
    void set(Channel channel) {
        try {
            if (!(channel instanceof EpollSocketChannel socket) || !channel.isActive()) {
                return;
            }
            ChannelOption<Long> option = EpollChannelOption.TCP_NOTSENT_LOWAT;
            Long found = socket.config().getOption(option);
            if (found != null && (found == UNSET || found == NO_LIMIT)) {
                boolean taken = socket.config().setOption(option, BYTES);
                previous = taken ? found : null;
            }
        } catch (RuntimeException | LinkageError e) {
            failures.ignored("could not limit unsent bytes", e);
        }
    }

    /** Puts back what was there. */
    void restore(Channel channel) {
        Long before = previous;
        previous = null;
        if (before == null || !channel.isActive()) {
            return;
        }
        try {
            Long found = channel.config().getOption(EpollChannelOption.TCP_NOTSENT_LOWAT);
            if (found != null && found == BYTES) {
                channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, before);
            }
        } catch (RuntimeException | LinkageError e) {
            failures.ignored("could not put back the limit of unsent bytes", e);
        }
    }
}
