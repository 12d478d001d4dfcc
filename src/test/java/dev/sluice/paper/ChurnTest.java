package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.ConfigLoader;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.MessageToByteEncoder;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players come and leave in every way, over real sockets, while the configuration changes and Sluice is disabled and enabled. */
@SuppressWarnings("FutureReturnValueIgnored") // promises are looked at in the end
final class ChurnTest {

    private static final int LEAVERS = 160;
    private static final int CHUNKS = 40;
    private static final int CHUNK_BYTES = 4_000;
    private static final int NO_LINE = -1;
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final List<String> CONFIGS = List.of(
            "budget: 30KB/s",
            "budget: auto\nprofile: turn-based",
            "budget: 1MB/s\nserver-limit: 2MB/s\nprofile: sandbox",
            "budget: 30KB/s\nmemory:\n  max-held-kib: 64\nprofile: action");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final Failures failures = new Failures(logger);
    private final NettyBinding binding =
            new NettyBinding(packet -> packet instanceof TestPacket known ? known.message() : null, failures);
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final BlockingQueue<Channel> accepted = new LinkedBlockingQueue<>();
    private final Map<UUID, Channel> channels = new HashMap<>();
    private final Map<UUID, Guest> guests = new HashMap<>();
    private final Queue<Guest> gone = new ConcurrentLinkedQueue<>();
    private final Queue<WeakReference<ClientSession>> managed = new ConcurrentLinkedQueue<>();
    private final List<ChannelFuture> writes = new ArrayList<>();
    private Sessions sessions = enabled();
    private int port;

    /** In what way a player leaves. */
    private enum Way {
        CLOSES,
        RESETS,
        IS_KICKED,
        READS_NOTHING_AND_IS_KICKED,
        READS_LATE_AND_CLOSES,
        IS_CONFIGURED_ANEW_AND_CLOSES,
        RESETS_WITHIN_THE_TICK_OF_THE_JOIN
    }

    /** A player, its connection and the other end of that. */
    private record Guest(FakePlayer fake, Channel channel, Socket socket) {}

    @BeforeEach
    void listen() throws InterruptedException {
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast("encoder", new Lines())
                                .addLast("packet_handler", new ChannelInboundHandlerAdapter() {
                                    @Override
                                    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
                                        ctx.close();
                                    }
                                });
                        channel.eventLoop().execute(() -> accepted.add(channel));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        port = ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @AfterEach
    void stop() {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void players_comeAndLeaveInEveryWay_nothingIsLeftBehindAndWhoStaysMissesNothing() throws Exception {
        Guest stays = join(0);
        CompletableFuture<List<Integer>> read = CompletableFuture.supplyAsync(() -> lines(stays.socket()));
        int lines = 0;
        for (int i = 0; i < LEAVERS; i++) {
            for (int line = 0; line < 5; line++) {
                write(stays, TestPacket.chat(Integer.toString(lines++), 60));
            }
            comeAndLeave(Way.values()[i % Way.values().length]);
            if (i % 5 == 4) {
                sessions.reconfigure(new ConfigLoader()
                        .load(CONFIGS.get(random.nextInt(CONFIGS.size())))
                        .settings());
            }
            if (i % 40 == 39) {
                sessions.close();
                sessions = enabled();
                guests.values().forEach(guest -> sessions.find(guest.fake().player));
            }
            tick();
        }
        sessions.close();
        await("every write to be settled", () -> writes.stream().allMatch(ChannelFuture::isDone), this::tick);
        stays.channel().close();

        assertEquals(IntStream.range(0, lines).boxed().toList(), read.get(30, TimeUnit.SECONDS), this::seed);
        await("all to be gone", () -> guests.isEmpty(), this::tick);
        await("no session to be left", () -> managed.stream().allMatch(each -> each.refersTo(null)), System::gc);
        assertTrue(log.lines().stream().allMatch(line -> line.contains("cannot carry")), () -> seed() + log.lines());
    }

    private void comeAndLeave(Way way) throws Exception {
        Guest guest = join(CHUNKS);
        if (way == Way.RESETS_WITHIN_THE_TICK_OF_THE_JOIN) {
            reset(guest.socket());
            return;
        }
        tick();
        switch (way) {
            case CLOSES -> {
                guest.socket().getInputStream().readNBytes(random.nextInt(2 * CHUNK_BYTES));
                guest.socket().close();
            }
            case RESETS -> {
                guest.socket().getInputStream().readNBytes(random.nextInt(CHUNK_BYTES));
                reset(guest.socket());
            }
            case IS_KICKED -> {
                CompletableFuture.runAsync(() -> lines(guest.socket()));
                kick(guest);
            }
            case READS_NOTHING_AND_IS_KICKED -> {
                kick(guest);
                // As the server does once it has heard nothing for long.
                guest.channel().close();
            }
            case READS_LATE_AND_CLOSES -> {
                for (int i = 0; i < 20; i++) {
                    tick();
                }
                guest.socket().getInputStream().readNBytes(CHUNK_BYTES);
                guest.socket().close();
            }
            case IS_CONFIGURED_ANEW_AND_CLOSES -> {
                sessions.quit(guest.fake().player);
                write(guest, TestPacket.startConfiguration());
                tick();
                sessions.join(guest.fake().player);
                load(guest, CHUNKS);
                tick();
                guest.socket().close();
            }
            default -> throw new AssertionError(way);
        }
    }

    private Guest join(int chunks) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(CHUNK_BYTES);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Channel channel = Objects.requireNonNull(accepted.poll(30, TimeUnit.SECONDS), "nobody accepts");
        Guest guest = new Guest(new FakePlayer("Guest"), channel, socket);
        guests.put(guest.fake().id, guest);
        channels.put(guest.fake().id, channel);
        channel.closeFuture().addListener(closed -> gone.add(guest));
        sessions.join(guest.fake().player);
        load(guest, chunks);
        return guest;
    }

    private void load(Guest guest, int chunks) {
        for (int i = 0; i < chunks; i++) {
            write(guest, TestPacket.chunk(i, 0, CHUNK_BYTES));
            write(guest, TestPacket.spawn(i + 1, i, 0));
            write(guest, TestPacket.move(i + 1, 1, 0, 0));
        }
    }

    private void write(Guest guest, TestPacket packet) {
        writes.add(guest.channel().writeAndFlush(packet));
    }

    private void kick(Guest guest) {
        sessions.quit(guest.fake().player);
        guest.channel().config().setAutoRead(false);
        writes.add(guest.channel().writeAndFlush(TestPacket.chat("kicked", 50)));
        guest.channel()
                .writeAndFlush(guest.channel().alloc().buffer(1).writeByte(0))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** The server's main thread: looks at its players, says who is gone, and ends the tick. */
    private void tick() {
        for (Guest guest = gone.poll(); guest != null; guest = gone.poll()) {
            sessions.quit(guest.fake().player);
            guests.remove(guest.fake().id);
            channels.remove(guest.fake().id);
        }
        guests.values().forEach(guest -> guest.fake().tick());
        sessions.endTick();
    }

    private Sessions enabled() {
        return new Sessions(
                Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
                this::link,
                move -> move,
                System::nanoTime,
                1L << 30,
                new ConfigLoader().load(CONFIGS.getFirst()).settings(),
                failures);
    }

    private Optional<Link> link(Player player) {
        return Optional.of(new ChannelOf(binding, Objects.requireNonNull(channels.get(player.getUniqueId()))) {
            @Override
            public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
                return super.attach(sessionFactory).whenComplete((session, failure) -> {
                    if (session != null) {
                        managed.add(new WeakReference<>(session));
                    }
                });
            }
        });
    }

    /** Numbers of the lines that come until the end. */
    private static List<Integer> lines(Socket socket) {
        List<Integer> lines = new ArrayList<>();
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readInt();
                int line = in.readInt();
                in.skipNBytes(length);
                if (line != NO_LINE) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            return lines;
        }
    }

    private void await(String what, BooleanSupplier condition, Runnable meanwhile) throws TimeoutException {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("waited for " + what + seed());
            }
            meanwhile.run();
            Thread.onSpinWait();
        }
    }

    private String seed() {
        return " (seed " + seed + ")";
    }

    /** The length of what follows, the number of the line, and so many bytes as the packet has. */
    private static final class Lines extends MessageToByteEncoder<TestPacket> {
        Lines() {
            super(TestPacket.class);
        }

        @Override
        protected void encode(ChannelHandlerContext ctx, TestPacket packet, ByteBuf out) {
            boolean line = packet.label().chars().allMatch(Character::isDigit);
            out.writeInt(packet.bytes());
            out.writeInt(line ? Integer.parseInt(packet.label()) : NO_LINE);
            out.writeZero(packet.bytes());
        }
    }
}
