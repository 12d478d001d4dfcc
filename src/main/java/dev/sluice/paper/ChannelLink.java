package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.netty.NettyBinding;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Through the channel. */
record ChannelLink(NettyBinding binding, Object channel, Optional<Object> dimension) implements Link {

    @Override
    public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
        return binding.attach(channel, sessionFactory);
    }

    @Override
    public boolean isOpen() {
        return binding.isOpen(channel);
    }

    @Override
    public void endTick() {
        binding.tick(channel);
    }

    @Override
    public <T> CompletableFuture<T> ask(Function<ClientSession, T> question) {
        return binding.ask(channel, question);
    }

    @Override
    public CompletableFuture<Void> detach() {
        return binding.detach(channel);
    }

    @Override
    public CompletableFuture<Void> leave(CompletionStage<?> tickEnd) {
        return binding.leave(channel, tickEnd);
    }
}
