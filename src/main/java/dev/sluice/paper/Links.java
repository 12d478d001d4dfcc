package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.netty.NettyBinding;
import dev.sluice.protocollib.Fallback;
import dev.sluice.protocollib.PlayerChannels;
import dev.sluice.protocollib.PlayerDimensions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Logger;
import org.bukkit.entity.Player;

/** Finds the way into a player's stream: the channel, or ProtocolLib where the channel cannot be found. */
final class Links {

    private final PlayerChannels channels;
    private final PlayerDimensions dimensions;
    private final NettyBinding binding;
    private final Fallback fallback;
    private final Logger logger;
    private boolean fallbackLogged;

    Links(
            PlayerChannels channels,
            PlayerDimensions dimensions,
            NettyBinding binding,
            Fallback fallback,
            Logger logger) {
        this.channels = channels;
        this.dimensions = dimensions;
        this.binding = binding;
        this.fallback = fallback;
        this.logger = logger;
    }

    /** The way into a player's stream; empty for one without a connection (H22). Main thread. */
    Optional<Link> of(Player player) {
        return switch (channels.find(player)) {
            case PlayerChannels.Found.Channel found ->
                Optional.of(new ChannelLink(binding, found.channel(), dimensions.find(player)));
            case PlayerChannels.Found.NoConnection none -> Optional.empty();
            case PlayerChannels.Found.Unknown unknown -> {
                logFallback(unknown.reason());
                yield Optional.of(new FallbackLink(fallback, player, dimensions.find(player)));
            }
        };
    }

    private void logFallback(String reason) {
        if (!fallbackLogged) {
            fallbackLogged = true;
            logger.warning("Sluice cannot find the players' network channels (" + reason + ") and re-sends held packets"
                    + " through ProtocolLib at the end of each tick, which delays them by up to 50 ms. Please report this"
                    + " with the server's version. This is logged once.");
        }
    }

    /** Through ProtocolLib's listeners. */
    private record FallbackLink(Fallback fallback, Player player, Optional<Object> dimension) implements Link {
        @Override
        public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
            try {
                return CompletableFuture.completedFuture(fallback.attach(player, sessionFactory));
            } catch (Throwable e) {
                // Whatever it is, a linkage error included: who waits must hear of it.
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public boolean isOpen() {
            return player.isOnline();
        }

        @Override
        public void endTick() {
            // The fallback makes its own pass at each tick's end.
        }

        @Override
        public <T> CompletableFuture<T> ask(Function<ClientSession, T> question) {
            try {
                return CompletableFuture.completedFuture(fallback.ask(player, question));
            } catch (Throwable e) {
                // Whatever it is, a linkage error included: who waits must hear of it.
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public CompletableFuture<Void> detach() {
            fallback.detach(player);
            return CompletableFuture.completedFuture(null);
        }

        /** The fallback hears of the tick's end by itself. */
        @Override
        public CompletableFuture<Void> leave(CompletionStage<?> tickEnd) {
            fallback.leave(player);
            return CompletableFuture.completedFuture(null);
        }
    }
}
