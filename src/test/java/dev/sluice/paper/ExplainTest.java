package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.Settings;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;

/** A question about an entity goes to the player's event loop and comes back. */
final class ExplainTest {

    private final LogLines log = new LogLines();
    private final Failures failures = new Failures(log.logger());
    private final FakePlayer ada = new FakePlayer("Ada");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding =
            new NettyBinding(packet -> packet instanceof TestPacket known ? known.message() : null, failures);
    private boolean askingFails;
    private final Link link = new ChannelOf(binding, channel) {
        @Override
        public <T> CompletableFuture<T> ask(Function<ClientSession, T> question) {
            return super.ask(session -> {
                if (askingFails) {
                    throw new IllegalStateException("no terms");
                }
                return question.apply(session);
            });
        }
    };
    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> log.logger())),
            player -> Optional.of(link),
            move -> {
                throw new IllegalStateException("expected no packet to be held, found " + move);
            },
            () -> 0,
            1L << 30,
            Settings.DEFAULT,
            failures);

    @Test
    void explain_entityOfAManagedPlayer_isAnsweredOnItsEventLoop() throws Exception {
        join();
        channel.writeOutbound(TestPacket.spawnAt(7, 3, 64, 4));

        CompletableFuture<Optional<PriorityTerms>> answer = sessions.explain(ada.id, 7);

        assertFalse(answer.isDone(), "asked on another thread than the client's");
        channel.runPendingTasks();
        assertEquals(7, answer.get(1, TimeUnit.SECONDS).orElseThrow().entityId());
    }

    @Test
    void explain_unknownEntity_isEmpty() throws Exception {
        join();

        CompletableFuture<Optional<PriorityTerms>> answer = sessions.explain(ada.id, 8);

        channel.runPendingTasks();
        assertEquals(Optional.empty(), answer.get(1, TimeUnit.SECONDS));
    }

    @Test
    void explain_playerThatNobodyManages_isRejected() {
        assertInstanceOf(RejectedExecutionException.class, failure(sessions.explain(new UUID(0, 9), 7)));
    }

    @Test
    void explain_handlerIsGone_isRejectedAndNotLogged() {
        join();
        channel.pipeline().remove("sluice");

        CompletableFuture<Optional<PriorityTerms>> answer = sessions.explain(ada.id, 7);

        channel.runPendingTasks();
        assertInstanceOf(RejectedExecutionException.class, failure(answer));
        assertEquals(List.of(), log.lines());
    }

    @Test
    void explain_askingFails_isLoggedOnce() {
        join();
        askingFails = true;

        for (int i = 0; i < 2; i++) {
            CompletableFuture<Optional<PriorityTerms>> answer = sessions.explain(ada.id, 7);
            channel.runPendingTasks();
            assertInstanceOf(IllegalStateException.class, failure(answer));
        }

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("could not explain an entity to player " + ada.id));
    }

    private void join() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        sessions.join(ada.player);
        channel.runPendingTasks();
    }

    /** Why an answer did not come, as those hear who wait for it. */
    private static Throwable failure(CompletableFuture<?> answer) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> answer.get(1, TimeUnit.SECONDS));
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : cause;
    }
}
