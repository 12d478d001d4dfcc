package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.port.LinkProbe;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UnsentLimitTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @BeforeEach
    void needsEpoll() {
        assumeTrue(Epoll.isAvailable(), "not Linux, or without Netty's native library");
    }

    @Test
    void attachAndDetach_setTheLimitAndTakeItBack() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = SocketPipe.epoll()) {
            long before = limitOf(pipe);
            NettyBinding binding = new NettyBinding(packet -> null, failures);
            binding.attach(
                            pipe.server(),
                            link -> new ClientSession(
                                    new UUID(0, 1),
                                    SessionFixture.rate(10_000),
                                    System::nanoTime,
                                    link.sink(),
                                    move -> move,
                                    LinkProbe.NONE))
                    .get(10, TimeUnit.SECONDS);
            assertEquals(16_384, limitOf(pipe));
            binding.detach(pipe.server()).get(10, TimeUnit.SECONDS);
            assertEquals(before, limitOf(pipe));
        }
    }

    @Test
    void set_limitOfSomebodyElse_stays() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = SocketPipe.epoll()) {
            pipe.server().config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, 5_000L);
            UnsentLimit limit = new UnsentLimit(failures);
            limit.set(pipe.server());
            limit.restore(pipe.server());
            assertEquals(5_000, limitOf(pipe));
        }
    }

    @Test
    void restore_changedSince_leavesIt() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = SocketPipe.epoll()) {
            UnsentLimit limit = new UnsentLimit(failures);
            limit.set(pipe.server());
            pipe.server().config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, 5_000L);
            limit.restore(pipe.server());
            assertEquals(5_000, limitOf(pipe));
        }
    }

    @Test
    void set_closedOrOtherChannel_doesNothing() throws Exception {
        UnsentLimit limit = new UnsentLimit(failures);
        limit.set(new EmbeddedChannel());
        try (SocketPipe<EpollSocketChannel> pipe = SocketPipe.epoll()) {
            limit.set(pipe.server());
            pipe.server().close().sync();
            limit.restore(pipe.server());
        }
        assertEquals(0, log.lines().size(), log.lines().toString());
    }

    private static long limitOf(SocketPipe<EpollSocketChannel> pipe) {
        return pipe.server().config().getOption(EpollChannelOption.TCP_NOTSENT_LOWAT);
    }
}
