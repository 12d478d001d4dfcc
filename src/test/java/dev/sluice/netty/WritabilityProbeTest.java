package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import io.netty.buffer.Unpooled;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // what arrives is checked at the other end
final class WritabilityProbeTest {

    private static final int TOTAL = 32_000_000;

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @Test
    void read_readerStands_isWhatTheSocketRefused() throws Exception {
        try (SocketPipe<NioSocketChannel> pipe = SocketPipe.nio()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            pipe.send(TOTAL / 1_000);
            LinkReading standing = pipe.await(() -> read(probe), now -> now.unsentBytes() > 0);
            assertTrue(standing.unsentBytes() < TOTAL, "the kernel took some");
            assertFalse(pipe.server().isWritable());
            assertEquals(LinkReading.ofUnsent(standing.unsentBytes()), standing);
            pipe.receive(TOTAL - 1_000_000);
            LinkReading later = pipe.await(() -> read(probe), now -> now.unsentBytes() <= 1_000_000);
            assertTrue(later.unsentBytes() <= 1_000_000, later::toString);
            pipe.receive(1_000_000);
            assertEquals(LinkReading.ofUnsent(0), pipe.await(() -> read(probe), now -> now.unsentBytes() == 0));
        }
    }

    @Test
    void read_writtenButNotFlushed_isNothingThatWasRefused() throws Exception {
        try (SocketPipe<NioSocketChannel> pipe = SocketPipe.nio()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            LinkReading reading = pipe.onLoop(() -> {
                pipe.server().write(Unpooled.wrappedBuffer(new byte[1_000]));
                return read(probe);
            });
            assertEquals(LinkReading.ofUnsent(0), reading);
            long pending = pipe.onLoop(() -> PendingBytes.of(pipe.server()));
            assertTrue(pending >= 1_000, () -> pending + " bytes wait for a flush");
        }
    }

    @Test
    void read_closedChannel_seesNothingAndSaysNothing() throws Exception {
        try (SocketPipe<NioSocketChannel> pipe = SocketPipe.nio()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            pipe.server().close().sync();
            assertNull(probe.read());
            assertEquals(0, log.lines().size(), log.lines().toString());
        }
    }

    private static LinkReading read(LinkProbe probe) {
        LinkReading reading = probe.read();
        assertNotNull(reading);
        return reading;
    }
}
