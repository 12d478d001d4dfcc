package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.netty.NettyBinding;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A player's channel as Sluice uses it, which remembers the session. */
class ChannelOf implements Link {

    private final Link link;
    private CompletableFuture<ClientSession> attached = new CompletableFuture<>();

    ChannelOf(NettyBinding binding, Object channel) {
        this.link = new ChannelLink(binding, channel, Optional.of("overworld"));
    }

    /** What came of the last attempt to attach. */
    CompletableFuture<ClientSession> attached() {
        return attached;
    }

    @Override
    public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
        attached = link.attach(sessionFactory);
        return attached;
    }

    @Override
    public Optional<Object> dimension() {
        return link.dimension();
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public void endTick() {
        link.endTick();
    }

    @Override
    public <T> CompletableFuture<T> ask(Function<ClientSession, T> question) {
        return link.ask(question);
    }

    @Override
    public CompletableFuture<Void> detach() {
        return link.detach();
    }

    @Override
    public CompletableFuture<Void> leave(CompletionStage<?> tickEnd) {
        return link.leave(tickEnd);
    }
}
