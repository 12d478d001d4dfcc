package dev.sluice.netty;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.PingPackets;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts Sluice into a player's pipeline, and takes it out again. Any thread: the work is done on the event loop. */
public final class NettyBinding {

    /** Vanilla's name of the handler that is the server's connection. */
    private static final String CONNECTION_HANDLER = "packet_handler";

    /** PacketEvents' name of its encoder, before that of the plugin that has brought it, be it within its own jar. */
    private static final String PACKET_EVENTS_ENCODER = "pe-encoder-";

    private final Classifier classifier;
    private final PingPackets pings;
    private final Failures failures;

    /** Without markers. */
    public NettyBinding(Classifier classifier, Failures failures) {
        this(classifier, PingPackets.NONE, failures);
    }

    /** @param pings what the clients are asked with */
    public NettyBinding(Classifier classifier, PingPackets pings, Failures failures) {
        this.classifier = classifier;
        this.pings = pings;
        this.failures = failures;
    }

    /**
     * Attaches to a player's channel.
     *
     * @param playerChannel the player's Netty channel, or ProtocolLib's proxy of it
     * @param sessionFactory makes the session for a sink; called once, on the event loop
     * @return completes with the session; exceptionally if this is no channel that Sluice can stand in, which then
     *     stays as it was
     */
    public CompletableFuture<ClientSession> attach(
            Object playerChannel, Function<ClientLink, ClientSession> sessionFactory) {
        CompletableFuture<ClientSession> attached = new CompletableFuture<>();
        Channel channel;
        try {
            channel = RealChannel.of(playerChannel);
        } catch (IllegalArgumentException e) {
            attached.completeExceptionally(e);
            return attached;
        }
        try {
            channel.eventLoop().execute(() -> {
                try {
                    attached.complete(attachOnLoop(channel.pipeline(), sessionFactory));
                } catch (Throwable e) {
                    // Whatever it is, a linkage error included: who waits must hear of it.
                    attached.completeExceptionally(e);
                }
            });
        } catch (RuntimeException e) {
            // The event loop has ended, or there is none: another plugin's player without a connection (H22).
            attached.completeExceptionally(e);
        }
        return attached;
    }

    private ClientSession attachOnLoop(ChannelPipeline pipeline, Function<ClientLink, ClientSession> sessionFactory) {
        if (pipeline.get(CONNECTION_HANDLER) == null) {
            throw new IllegalStateException(
                    "expected a handler named " + CONNECTION_HANDLER + ", found " + pipeline.names());
        }
        removeOnLoop(pipeline);
        WireMeter meter = new WireMeter();
        HoldingHandler handler = new HoldingHandler(classifier, sessionFactory, pings, meter, failures);
        pipeline.addFirst(WireMeter.NAME, meter);
        try {
            pipeline.addBefore(CONNECTION_HANDLER, HoldingHandler.NAME, handler);
        } catch (Throwable e) {
            removeOnLoop(pipeline);
            throw e;
        }
        ClientSession session = handler.session();
        Throwable cause = handler.attachFailure();
        if (session == null || cause != null) {
            removeOnLoop(pipeline);
            throw new IllegalStateException("expected a session after the handler was added, found " + cause, cause);
        }
        lookForPacketEvents(pipeline);
        return session;
    }

    /** It comes into a pipeline as the client connects, so before Sluice. */
    private void lookForPacketEvents(ChannelPipeline pipeline) {
        List<String> plugins = pipeline.names().stream()
                .filter(name -> name.startsWith(PACKET_EVENTS_ENCODER))
                .map(name -> name.substring(PACKET_EVENTS_ENCODER.length()))
                .toList();
        if (!plugins.isEmpty()) {
            failures.packetEventsFound(String.join(", ", plugins));
        }
    }

    /**
     * Releases in order what is held, and leaves the pipeline as it was.
     *
     * @return completes when that is done; also if the channel is closed or nothing was attached. Exceptionally if the
     *     channel has no event loop, or if its pipeline cannot be left
     */
    public CompletableFuture<Void> detach(Object playerChannel) {
        CompletableFuture<Void> detached = new CompletableFuture<>();
        onLoop(playerChannel, detached, channel -> {
            removeOnLoop(channel.pipeline());
            detached.complete(null);
        });
        return detached;
    }

    /**
     * Leaves the pipeline by the end of the tick: the server says that the player is gone. Mostly the connection is closed by then,
     * or about to be, and nothing more is written. If the player is configured anew, {@code start_configuration} follows within the
     * tick and takes along what is held and still matters. If neither is so, what is held is released in order.
     *
     * @param tickEnd completes when the tick has ended, on any thread
     * @return completes when the pipeline is left; as {@link #detach} otherwise
     */
    public CompletableFuture<Void> leave(Object playerChannel, CompletionStage<?> tickEnd) {
        CompletableFuture<Void> left = new CompletableFuture<>();
        onLoop(playerChannel, left, channel -> {
            HoldingHandler handler = handlerOf(channel.pipeline());
            if (handler == null || !channel.isActive()) {
                removeOnLoop(channel.pipeline());
                left.complete(null);
                return;
            }
            handler.leave();
            var unused = tickEnd.whenComplete((ended, failure) -> onLoop(channel, left, same -> {
                // Who is back within the tick has another one.
                if (handler.equals(handlerOf(same.pipeline()))) {
                    removeOnLoop(same.pipeline());
                }
                left.complete(null);
            }));
        });
        return left;
    }

    /**
     * Does something on a channel's event loop, at once if this is it.
     *
     * @param done completes exceptionally if that fails; normally if there is nothing to leave
     */
    private static void onLoop(Object playerChannel, CompletableFuture<Void> done, Consumer<Channel> action) {
        Channel channel;
        try {
            channel = RealChannel.of(playerChannel);
        } catch (IllegalArgumentException e) {
            // Nothing was attached either.
            done.complete(null);
            return;
        }
        Runnable task = () -> {
            try {
                action.accept(channel);
            } catch (Throwable e) {
                // Whatever it is, a linkage error included: who waits must hear of it.
                done.completeExceptionally(e);
            }
        };
        try {
            if (channel.eventLoop().inEventLoop()) {
                task.run();
            } else {
                channel.eventLoop().execute(task);
            }
        } catch (RejectedExecutionException e) {
            // The event loop has ended, and with it the connection and what was held for it.
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    /** Whether a player's channel is open, as far as that can be told. Any thread. */
    public boolean isOpen(Object playerChannel) {
        try {
            return RealChannel.of(playerChannel).isOpen();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /**
     * Makes the pass of a server tick, on the event loop after all that was written before. Any thread.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the event loop has ended
     */
    public void tick(Object playerChannel) {
        Channel channel;
        try {
            channel = RealChannel.of(playerChannel);
        } catch (IllegalArgumentException e) {
            // Nothing was attached either.
            return;
        }
        channel.eventLoop().execute(() -> {
            ChannelHandlerContext context = channel.pipeline().context(HoldingHandler.NAME);
            if (context != null && context.handler() instanceof HoldingHandler handler) {
                handler.tick(context);
            }
        });
    }

    /**
     * Asks a session on its own thread, the event loop.
     *
     * @return completes on the event loop with the answer; exceptionally with what asking has thrown, or with a {@link
     *     RejectedExecutionException} if Sluice does not stand in the channel's pipeline
     */
    public <T> CompletableFuture<T> ask(Object playerChannel, Function<ClientSession, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            Channel channel = RealChannel.of(playerChannel);
            channel.eventLoop().execute(() -> {
                try {
                    answer.complete(question.apply(sessionOf(channel.pipeline())));
                } catch (Throwable e) {
                    // Whatever it is, a linkage error included: who waits must hear of it.
                    answer.completeExceptionally(e);
                }
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(new RejectedExecutionException("expected a channel with an event loop", e));
        }
        return answer;
    }

    private static ClientSession sessionOf(ChannelPipeline pipeline) {
        HoldingHandler handler = handlerOf(pipeline);
        ClientSession session = handler == null ? null : handler.session();
        if (session == null) {
            throw new RejectedExecutionException(
                    "expected Sluice's handler with its session, found " + pipeline.names());
        }
        return session;
    }

    private static @Nullable HoldingHandler handlerOf(ChannelPipeline pipeline) {
        return pipeline.get(HoldingHandler.NAME) instanceof HoldingHandler handler ? handler : null;
    }

    private static void removeOnLoop(ChannelPipeline pipeline) {
        // What is held goes first: nothing that fails may keep it, and what a release writes must meet the handler.
        ChannelHandlerContext context = pipeline.context(HoldingHandler.NAME);
        if (context != null && context.handler() instanceof HoldingHandler handler) {
            handler.letGo(context);
        }
        for (String name : List.of(HoldingHandler.NAME, PongHandler.NAME, WireMeter.NAME)) {
            if (pipeline.get(name) != null) {
                pipeline.remove(name);
            }
        }
    }
}
