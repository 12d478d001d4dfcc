package dev.sluice.bench;

import dev.sluice.engine.SessionFixture;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.protocollib.PacketClassifier;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole way of a move that passes: read in the listener, written into the channel, looked up and decided by the handler,
 * handed on. The clock is the system's.
 */
@State(Scope.Thread)
public class WayBenchmark extends Settings {

    private static final int PACKETS = 4_096;

    private final ClientboundMoveEntityPacket[] packets = new ClientboundMoveEntityPacket[PACKETS];
    private final PacketClassifier classifier = PacketClassifier.of(
            Set.of(ClientboundMoveEntityPacket.Pos.class), Map.of(), () -> 1, Logger.getLogger("bench"));
    private final EmbeddedChannel channel = new EmbeddedChannel(new Discard());
    private int next;

    @Setup
    public void prepare() {
        for (int i = 0; i < PACKETS; i++) {
            packets[i] = packet(i);
        }
        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
        var attached = new NettyBinding(classifier, new Failures(Logger.getLogger("bench")))
                .attach(
                        channel,
                        link -> Client.session(SessionFixture.rate(1_000_000_000), System::nanoTime, link.sink()));
        channel.runPendingTasks();
        attached.join();
    }

    /** A packet that nobody has seen yet: it is made and read here. */
    @Benchmark
    public Object newPacket() {
        return send(packet(next++ & 255));
    }

    /** A packet that another player was sent before. */
    @Benchmark
    public Object knownPacket() {
        return send(packets[next++ & (PACKETS - 1)]);
    }

    private Object send(Object packet) {
        if (classifier.sighted(packet) == null) {
            throw new IllegalStateException("expected a known packet, found " + packet);
        }
        return channel.write(packet, channel.voidPromise());
    }

    private static ClientboundMoveEntityPacket packet(int id) {
        return new ClientboundMoveEntityPacket.Pos(id, (short) 1, (short) 0, (short) 0, true);
    }
}
