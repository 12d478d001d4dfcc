package dev.sluice.bench;

import com.comphenix.protocol.async.SendingQueue;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.packet.TickSendLoop;
import dev.sluice.engine.priority.PrioritizedMessage;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one would use instead of the engine, on the packets of {@link HoldBenchmark}. */
@State(Scope.Thread)
public class BaselineBenchmark extends Settings {

    /** By class, within a class in order. */
    private record Queued(TestPacket packet, long sequence) implements Comparable<Queued> {
        @Override
        public int compareTo(Queued other) {
            int byClass = packet.message()
                    .type()
                    .priority()
                    .compareTo(other.packet.message().type().priority());
            return byClass != 0 ? byClass : Long.compare(sequence, other.sequence);
        }
    }

    @Param({"400", "10000"})
    public int waiting = 400;

    private Backlog backlog = new Backlog(waiting);
    private final NullSink sink = new NullSink();
    private final ClientBandwidthTracker tracker = new ClientBandwidthTracker(
            new UUID(0, 1), new BandwidthConfig(20L * Backlog.BATCH * Backlog.PACKET_BYTES, 20, 1));
    private List<PrioritizedMessage<TestPacket>> messages = new ArrayList<>();
    private final PriorityBlockingQueue<Queued> queue = new PriorityBlockingQueue<>();
    private final EmbeddedChannel shaped = new EmbeddedChannel(new Discard(), new PacketShaper());
    private final SendingQueue protocolLib = new SendingQueue();
    private long sequence;

    @Setup
    public void prepare() {
        backlog = new Backlog(waiting);
        shaped.freezeTime();
        for (int i = 0; i < waiting; i++) {
            TestPacket packet = backlog.next();
            messages.add(prioritized(packet));
            queue.add(new Queued(packet, sequence++));
            protocolLib.enqueue(packet);
        }
    }

    /** Seed 002: sorts everything that waits, each tick. */
    @Benchmark
    @OperationsPerInvocation(Backlog.BATCH)
    public long sortAndDrain() {
        for (int i = 0; i < Backlog.BATCH; i++) {
            messages.add(prioritized(backlog.next()));
        }
        messages = TickSendLoop.sendTickMessages(tracker, messages, packet -> sink.write(packet, null));
        return sink.written;
    }

    @Benchmark
    @OperationsPerInvocation(Backlog.BATCH)
    public long priorityBlockingQueue() {
        for (int i = 0; i < Backlog.BATCH; i++) {
            queue.add(new Queued(backlog.next(), sequence++));
        }
        for (int i = 0; i < Backlog.BATCH; i++) {
            Queued first = queue.poll();
            if (first != null) {
                sink.write(first.packet(), null);
            }
        }
        return sink.written;
    }

    /** Netty reads the system's clock: what is written in one invocation waits until the channel's time has moved. */
    @Benchmark
    @OperationsPerInvocation(Backlog.BATCH)
    public long nettyTrafficShaping() {
        for (int i = 0; i < Backlog.BATCH; i++) {
            var unused = shaped.write(backlog.next(), shaped.voidPromise());
        }
        shaped.advanceTimeBy(PacketShaper.MAX_WAIT_MILLIS + 1, TimeUnit.MILLISECONDS);
        return shaped.runScheduledPendingTasks();
    }

    /** ProtocolLib's own class: packets leave in the order of their indices, once they are marked as processed. */
    @Benchmark
    @OperationsPerInvocation(Backlog.BATCH)
    public long protocolLibSendingQueue() {
        for (int i = 0; i < Backlog.BATCH; i++) {
            protocolLib.enqueue(backlog.next());
            protocolLib.processOldest();
        }
        return protocolLib.size();
    }

    private static PrioritizedMessage<TestPacket> prioritized(TestPacket packet) {
        return new PrioritizedMessage<>(packet.message().type().priority(), packet, packet.bytes());
    }
}
