package dev.sluice.netty;

import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.MarkerPort;
import dev.sluice.engine.port.PingPackets;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where packets are held: between the server's connection and its encoders, so that the place in the stream is final,
 * bundles are still one object, and one thread sees all of a player's packets. Everything here runs on the channel's
 * event loop. Whatever fails, it lets go of what is held in order and stands aside from then on.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the write's own promise tells
final class HoldingHandler extends ChannelDuplexHandler {

    /** The handler's name in the pipeline. */
    static final String NAME = "sluice";

    private final Classifier classifier;
    private final Function<ClientLink, ClientSession> sessionFactory;
    private final PingPackets pings;
    private final WireMeter meter;
    private final Failures failures;
    private final UnsentLimit unsentLimit;

    private @Nullable ClientSession session;
    private @Nullable ChannelSink sink;
    private @Nullable ScheduledFuture<?> nextPass;
    private boolean nextPassIsIdle;
    private @Nullable Throwable attachFailure;
    private boolean leaving;

    HoldingHandler(
            Classifier classifier,
            Function<ClientLink, ClientSession> sessionFactory,
            PingPackets pings,
            WireMeter meter,
            Failures failures) {
        this.classifier = classifier;
        this.sessionFactory = sessionFactory;
        this.pings = pings;
        this.meter = meter;
        this.failures = failures;
        this.unsentLimit = new UnsentLimit(failures);
    }

    /** Netty would hand an exception to the server's connection, which then disconnects the player. */
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        try {
            ChannelSink newSink = new ChannelSink(ctx, meter);
            sink = newSink;
            ClientSession newSession = sessionFactory.apply(
                    new ClientLink(newSink, markers(ctx), TransportProbes.of(ctx.channel(), failures)));
            session = newSession;
            unsentLimit.set(ctx.channel());
            schedulePass(ctx, newSession);
        } catch (Throwable e) {
            // Whatever it is, a linkage error included; who attaches hears of it.
            attachFailure = e;
        }
    }

    private MarkerPort markers(ChannelHandlerContext ctx) {
        if (!pings.areKnown()) {
            return MarkerPort.NONE;
        }
        PongHandler.Place place = new PongHandler.Place(pings, this::confirmed, failures);
        place.keep(ctx.pipeline());
        return new ChannelMarkers(ctx, pings, place, failures);
    }

    private void confirmed(int markerId) {
        ClientSession current = session;
        if (current == null) {
            return;
        }
        try {
            current.confirmed(markerId);
        } catch (Throwable e) {
            standAside(current, e);
        }
    }

    /** The player's session; null until the handler stands in a pipeline. */
    @Nullable
    ClientSession session() {
        return session;
    }

    /** What has failed while the handler was added; null if nothing has. */
    @Nullable
    Throwable attachFailure() {
        return attachFailure;
    }

    /** A server tick has ended, and the session waits for that: what is due is released now. */
    void tick(ChannelHandlerContext ctx) {
        ClientSession current = session;
        if (current != null && ctx.channel().isActive()) {
            cancelPass();
            pass(ctx, current);
        }
    }

    /** The server says that the player is gone: the connection ends or is configured anew, unless another plugin has said so. */
    void leave() {
        leaving = true;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        ClientSession current = session;
        ChannelSink to = sink;
        if (current == null || to == null) {
            ctx.write(msg, promise);
            return;
        }
        Message message = null;
        Decision decision;
        try {
            message = classifier.classify(msg);
            if (message == null && leaving) {
                // For all that is known here it is start_configuration, behind which nothing of the world may come.
                current.bypass();
            }
            decision = current.offer(message, msg, promise);
        } catch (Throwable e) {
            // Whatever it is, a linkage error included: it must not cost the packet.
            decision = holds(current, msg) ? Decision.HOLD : Decision.PASS;
            standAside(current, e);
        }
        switch (decision) {
            case Decision.Pass pass -> writePassed(current, to, message, msg, promise);
            case Decision.Hold hold -> schedulePass(ctx, current);
            case Decision.Absorb absorb -> {}
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ClientSession current = session;
        cancelPass();
        if (current != null) {
            leave(current, ClientSession::close);
        }
        ctx.fireChannelInactive();
    }

    /** By whomever: what is held must not go with the handler. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        unsentLimit.restore(ctx.channel());
        letGo(ctx);
    }

    /**
     * Lets go of what is held, in order, and lets everything pass from then on. While the handler stands in the pipeline: what is
     * written from within a release is offered then, and waits for its turn.
     */
    void letGo(ChannelHandlerContext ctx) {
        ClientSession current = session;
        if (current != null) {
            leave(current, isOver(ctx.channel()) ? ClientSession::close : ClientSession::bypass);
        }
        // At last: what waited for its turn has scheduled one.
        cancelPass();
    }

    /** A server that disconnects a player reads nothing more of it, while the reason is on its way (Connection.setReadOnly). */
    private boolean isOver(Channel channel) {
        return !channel.isActive() || (leaving && !channel.config().isAutoRead());
    }

    /** Whatever fails, the rest of the pipeline must go on; the session has let go of all packets even so. */
    private void leave(ClientSession current, Consumer<ClientSession> way) {
        try {
            way.accept(current);
        } catch (Throwable e) {
            failures.stoodAside(current.clientId(), e);
        }
    }

    /**
     * Passes follow each other by the quantum while something is held, and rarely while nothing is. Where none can be made,
     * nothing may stay held: nobody would release it.
     */
    private void schedulePass(ChannelHandlerContext ctx, ClientSession current) {
        if (ctx.isRemoved()) {
            // A packet that a pass has written may have taken the handler out.
            return;
        }
        try {
            scheduleNext(ctx, current);
        } catch (Throwable e) {
            standAside(current, e);
        }
    }

    private void scheduleNext(ChannelHandlerContext ctx, ClientSession current) {
        boolean idle = !current.hasHeld();
        if (nextPass != null && nextPassIsIdle && !idle) {
            cancelPass();
        }
        if (nextPass == null) {
            nextPass = ctx.executor()
                    .schedule(() -> pass(ctx, current), current.nanosUntilNextPass(), TimeUnit.NANOSECONDS);
            nextPassIsIdle = idle;
        }
    }

    private void pass(ChannelHandlerContext ctx, ClientSession current) {
        nextPass = null;
        try {
            current.pass();
            CapReached cap = current.capReached();
            if (cap != null) {
                failures.capReached(current.clientId(), cap);
            }
            RuntimeException unpredicted = current.queueTimeFailure();
            if (unpredicted != null) {
                failures.queueTimesFailed(unpredicted);
            }
        } catch (Throwable e) {
            standAside(current, e);
        }
        schedulePass(ctx, current);
    }

    private void writePassed(
            ClientSession current, ChannelSink to, @Nullable Message message, Object packet, ChannelPromise promise) {
        long bytes;
        try {
            bytes = to.write(packet, promise);
        } catch (Throwable e) {
            if (message != null) {
                current.lost(message);
            }
            throw e;
        }
        countPassed(current, message, bytes);
    }

    private void countPassed(ClientSession current, @Nullable Message message, long bytes) {
        try {
            current.passed(message, bytes);
        } catch (Throwable e) {
            standAside(current, e);
        }
    }

    /** Whether a session that has failed has the packet all the same. */
    private static boolean holds(ClientSession failed, Object packet) {
        try {
            return failed.holds(packet);
        } catch (Throwable e) {
            // Better twice than never: the failure itself is being reported.
            return false;
        }
    }

    private void standAside(ClientSession current, Throwable cause) {
        failures.stoodAside(current.clientId(), cause);
        leave(current, ClientSession::bypass);
    }

    private void cancelPass() {
        ScheduledFuture<?> pending = nextPass;
        if (pending != null) {
            pending.cancel(false);
            nextPass = null;
        }
    }
}
