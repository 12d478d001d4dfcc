package net.minecraft.network;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import net.minecraft.network.chat.Component;
import net.minecraft.network.protocol.Packet;
import org.jspecify.annotations.Nullable;

/**
 * A player's connection. As on Paper, {@link #send} off the main thread keeps most packets until {@link #tick}; what
 * may pass, or comes from the main thread, goes to the event loop as a task, or is written at once by the loop itself.
 * ProtocolLib puts its proxy into {@link #channel} and thus sees both.
 */
public final class Connection extends SimpleChannelInboundHandler<Packet<?>> {
    /** The channel, or ProtocolLib's proxy of it. */
    public volatile Channel channel;

    private final BooleanSupplier mainThread;
    private final Predicate<Packet<?>> immediate;
    private final Queue<Packet<?>> pendingActions = new ConcurrentLinkedQueue<>();
    private volatile @Nullable PacketListener packetListener;
    private volatile boolean flushingSuspended;

    /**
     * @param mainThread says whether the calling thread ticks the server
     * @param immediate says which packets pass from any thread
     */
    public Connection(Channel channel, BooleanSupplier mainThread, Predicate<Packet<?>> immediate) {
        this.channel = channel;
        this.mainThread = mainThread;
        this.immediate = immediate;
    }

    public @Nullable PacketListener getPacketListener() {
        return packetListener;
    }

    /** What handles this connection's packets from now on. */
    public void setupInboundProtocol(PacketListener listener) {
        this.packetListener = listener;
    }

    /** From any thread. */
    public void send(Packet<?> packet) {
        if (!channel.isOpen()) {
            return;
        }
        if (immediate.test(packet)) {
            sendPacket(packet);
        } else if (mainThread.getAsBoolean()) {
            flushQueue();
            sendPacket(packet);
        } else {
            pendingActions.add(packet);
        }
    }

    /**
     * Main thread: what it sends from now on is written and not flushed, until {@link #resumeFlushing}. The real server
     * does so from a tick's beginning to its end, so that a tick's packets leave together.
     */
    public void suspendFlushing() {
        flushingSuspended = true;
    }

    /** Main thread: flushes what was written. */
    public void resumeFlushing() {
        flushingSuspended = false;
        Channel out = channel;
        out.eventLoop().execute(out::flush);
    }

    /** Main thread: sends what waited for it. */
    public void tick() {
        flushQueue();
    }

    private void flushQueue() {
        for (Packet<?> next = pendingActions.poll(); next != null; next = pendingActions.poll()) {
            sendPacket(next);
        }
    }

    private void sendPacket(Packet<?> packet) {
        boolean flush = !flushingSuspended || !mainThread.getAsBoolean();
        Channel out = channel;
        if (out.eventLoop().inEventLoop()) {
            write(out, packet, flush);
        } else {
            out.eventLoop().execute(new Send(this, packet, flush));
        }
    }

    private static void write(Channel channel, Packet<?> packet, boolean flush) {
        ChannelFuture _ = flush
                ? channel.writeAndFlush(packet, channel.voidPromise())
                : channel.write(packet, channel.voidPromise());
    }

    /** Ends the connection. */
    public void disconnect(Component reason) {
        ChannelFuture _ = channel.close();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Packet<?> packet) {
        // The embedded server handles what players send by itself.
    }

    /** A task in which ProtocolLib finds the packet by its field's type. */
    private static final class Send implements Runnable {
        private final Connection connection;

        @SuppressWarnings("FieldMayBeFinal") // ProtocolLib writes it when a listener replaced the packet
        private Packet<?> packet;

        private final boolean flush;

        Send(Connection connection, Packet<?> packet, boolean flush) {
            this.connection = connection;
            this.packet = packet;
            this.flush = flush;
        }

        @Override
        public void run() {
            write(connection.channel, packet, flush);
        }
    }
}
