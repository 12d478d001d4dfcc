package dev.sluice.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TcpInfoProbeTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());

    @Test
    void read_everythingArrived_isPlausible() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = pipe()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            pipe.send(200);
            pipe.receive(200_000);
            LinkReading reading = pipe.await(() -> read(probe), now -> now.deliveredBytes() >= 200_000);
            assertTrue(reading.rttMillis() > 0 && reading.rttMillis() < 5_000, reading.toString());
            assertTrue(reading.minRttMillis() > 0 && reading.minRttMillis() < 5_000, reading.toString());
            assertTrue(reading.deliveryBytesPerSecond() > 0, reading.toString());
            assertEquals(200_000, reading.deliveredBytes());
            assertEquals(0, reading.unsentBytes(), reading.toString());
            assertEquals(0, reading.inFlightBytes(), reading.toString());
            // On a machine that stalls the kernel probes with its last segment even on loopback.
            assertTrue(reading.retransmits() >= 0 && reading.retransmits() < 10, reading.toString());
        }
    }

    @Test
    void read_readerStands_everyByteIsDeliveredInFlightOrUnsent() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = pipe()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            pipe.send(16_000);
            LinkReading standing =
                    pipe.await(() -> read(probe), now -> now.inFlightBytes() == 0 && now.deliveredBytes() > 0);
            assertTrue(standing.unsentBytes() > 1_000_000, standing.toString());
            assertEquals(16_000_000, standing.deliveredBytes() + standing.unsentBytes(), standing.toString());
            pipe.receive(16_000_000);
            LinkReading after = pipe.await(() -> read(probe), now -> now.deliveredBytes() >= 16_000_000);
            assertEquals(0, after.unsentBytes(), after.toString());
            assertEquals(16_000_000, after.deliveredBytes(), after.toString());
        }
    }

    @Test
    void read_closedChannel_seesNothingAndSaysNothing() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = pipe()) {
            LinkProbe probe = TransportProbes.of(pipe.server(), failures);
            pipe.server().close().sync();
            assertNull(probe.read());
            assertEquals(0, log.lines().size(), log.lines().toString());
        }
    }

    @Test
    void read_socketRefuses_isOffAndLoggedOnce() throws Exception {
        try (SocketPipe<EpollSocketChannel> pipe = pipe()) {
            RawUnixChannelOption unknown = new RawUnixChannelOption("NO_SUCH_OPTION", 6, 9_999, 232);
            LinkProbe probe = new TcpInfoProbe(pipe.server(), unknown, failures);
            for (int i = 0; i < 3; i++) {
                assertEquals(LinkReading.ofUnsent(0), pipe.onLoop(probe::read));
            }
            assertEquals(1, log.lines().size(), log.lines().toString());
        }
    }

    @Test
    void of_otherTransports_seesNothing() {
        for (Channel channel : new Channel[] {new NioSocketChannel(), new EmbeddedChannel()}) {
            assertNull(TransportProbes.of(channel, failures).read());
            channel.unsafe().closeForcibly();
        }
        assertEquals(0, log.lines().size(), log.lines().toString());
    }

    @Test
    void reading_zerosOrTooShort_isNothing() {
        assertNull(TcpInfoProbe.reading(info(232), 0));
        assertNull(TcpInfoProbe.reading(info(104).putInt(68, 40_000), 0));
    }

    @Test
    void reading_oldKernel_leavesOutWhatItDoesNotFill() {
        ByteBuffer info =
                info(232).putInt(16, 1_448).putInt(24, 10).putInt(68, 40_000).putInt(100, 3);
        info.put(7, (byte) 1);
        LinkReading reading = seen(TcpInfoProbe.reading(info, 500));
        long unseen = LinkReading.UNSEEN;
        assertEquals(new LinkReading(40, Double.NaN, unseen, Double.NaN, false, unseen, 14_480, 3), reading);
    }

    @Test
    void reading_everyField_isRead() {
        ByteBuffer info =
                info(248).putInt(16, 1_000).putInt(24, 7).putInt(68, 50_000).putInt(100, 2);
        info.putLong(120, 5_000_000_000L).putInt(144, 900).putInt(148, 20_000).putLong(160, 125_000);
        assertEquals(
                new LinkReading(50, 20, 5_000_000_000L, 125_000, false, 1_400, 7_000, 2),
                TcpInfoProbe.reading(info, 500));
    }

    @Test
    void reading_noSampleYet_hasNoMinimum() {
        ByteBuffer info = info(232).putInt(68, 1).putInt(148, -1);
        LinkReading reading = seen(TcpInfoProbe.reading(info, 0));
        assertTrue(Double.isNaN(reading.minRttMillis()));
        assertEquals(0, reading.unsentBytes());
    }

    private static LinkReading read(LinkProbe probe) {
        return seen(probe.read());
    }

    private static LinkReading seen(@Nullable LinkReading reading) {
        assertNotNull(reading);
        return reading;
    }

    private static ByteBuffer info(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    private static SocketPipe<EpollSocketChannel> pipe() throws Exception {
        assumeTrue(Epoll.isAvailable(), "not Linux, or without Netty's native library");
        return SocketPipe.epoll();
    }
}
