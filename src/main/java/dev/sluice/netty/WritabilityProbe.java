package dev.sluice.netty;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What any transport tells: the bytes that the socket has refused so far. Where they are above 0 the kernel's own buffer is
 * full, and what is written now waits behind all of that; {@code Channel.isWritable} says the same in two steps, with a
 * mark that belongs to the server. The reverse does not hold: without a limit such as {@link UnsentLimit} the kernel takes
 * megabytes from a slow link before it refuses any. It sees no round-trip time and no rate.
 *
 * <p>Its channel's event loop only. It never throws: once it has failed it sees nothing any more.
 */
final class WritabilityProbe implements LinkProbe {

    private final Channel channel;
    private final Failures failures;
    private boolean off;

    WritabilityProbe(Channel channel, Failures failures) {
        this.channel = channel;
        this.failures = failures;
    }

    @Override
    public String name() {
        return "writability";
    }

    @Override
    public @Nullable LinkReading read() {
        if (off || !channel.isActive()) {
            return null;
        }
        try {
            return LinkReading.ofUnsent(PendingBytes.refused(channel));
        } catch (RuntimeException | LinkageError e) {
            off = true;
            failures.probeFailed(name(), e);
            return null;
        }
    }
}
