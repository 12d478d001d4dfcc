package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.netty.Failures;
import dev.sluice.paper.config.ConfigLoader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Logger;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;

/** What fails for one player is said, and keeps nobody else from being managed, served and left. */
final class SessionsFailuresTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final Failures failures = new Failures(logger);
    private final Map<UUID, FakeLink> links = new HashMap<>();
    private final FakePlayer bad = new FakePlayer("Bad");
    private final FakePlayer ada = new FakePlayer("Ada");
    private final FakePlayer bob = new FakePlayer("Bob");
    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            this::link,
            update -> update,
            () -> 0,
            1L << 30,
            new ConfigLoader().load("profile: turn-based").settings(),
            failures);

    @Test
    void join_linkFails_isLoggedAndForgotten() {
        link(bad).failing = "attach";

        sessions.join(bad.player);
        sessions.join(ada.player);

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().startsWith("WARNING Sluice cannot manage Bad"), log.lines()::toString);
        assertTrue(sessions.profile(bad.id).isEmpty());
        assertEquals(1, sessions.stats().size());
    }

    /** Only of who leaves may something that is held be let go of. */
    @Test
    void quit_player_isTakenForLeavingAndOthersAreNot() {
        joinAll();

        sessions.quit(ada.player);
        sessions.close();

        assertTrue(link(ada).left);
        assertFalse(link(bob).attached || link(bob).left);
    }

    @Test
    void close_oneCannotBeLeft_othersAre() {
        joinAll();
        link(bad).failing = "detach";

        sessions.close();

        assertFalse(link(ada).attached || link(bob).attached);
        assertTrue(log.lines().getFirst().startsWith("WARNING Sluice could not leave"), log.lines()::toString);
    }

    @Test
    void endTick_oneFails_othersTickAndItIsLoggedOnce() {
        joinAll();
        link(bad).failing = "endTick";

        sessions.endTick();
        sessions.endTick();

        assertEquals(2, link(ada).ticks);
        assertEquals(2, link(bob).ticks);
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("could not end a tick for player " + bad.id), log.lines()::toString);
    }

    @Test
    void look_failsEachTick_isLoggedOnceAndGoesOn() {
        joinAll();
        ada.failing = true;

        ada.tick();
        ada.tick();
        bob.tick();

        assertEquals(1, ada.scheduled());
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(log.lines().getFirst().contains("could not look at player " + ada.id), log.lines()::toString);
    }

    @Test
    void quit_playerWhoseCapWasReached_isForgotten() {
        joinAll();
        failures.capReached(ada.id, new CapReached(6, 11_000, true));
        failures.capReached(ada.id, new CapReached(6, 11_000, true));

        sessions.quit(ada.player);
        sessions.endTick();
        failures.capReached(ada.id, new CapReached(6, 11_000, true));

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    /** The event loop goes on with its passes until the tick ends. */
    @Test
    void quit_capIsReachedBeforeTheTickEnds_isForgotten() {
        joinAll();
        sessions.quit(ada.player);
        failures.capReached(ada.id, new CapReached(6, 11_000, true));

        sessions.endTick();
        failures.capReached(ada.id, new CapReached(6, 11_000, true));

        assertEquals(2, log.lines().size(), log.lines()::toString);
    }

    private void joinAll() {
        List.of(bad, ada, bob).forEach(each -> sessions.join(each.player));
    }

    private Optional<Link> link(Player player) {
        return Optional.of(links.computeIfAbsent(player.getUniqueId(), id -> new FakeLink()));
    }

    private FakeLink link(FakePlayer player) {
        return links.computeIfAbsent(player.id, id -> new FakeLink());
    }

    private static final class FakeLink implements Link {

        private final PacketSink sink = Fakes.of(PacketSink.class, Map.of("flush", args -> null));
        private String failing = "";
        private boolean attached;
        private boolean left;
        private int ticks;

        @Override
        public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
            failIf("attach");
            attached = true;
            return CompletableFuture.completedFuture(sessionFactory.apply(ClientLink.of(sink)));
        }

        @Override
        public Optional<Object> dimension() {
            return Optional.empty();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void endTick() {
            failIf("endTick");
            ticks++;
        }

        @Override
        public <T> CompletableFuture<T> ask(Function<ClientSession, T> question) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException());
        }

        @Override
        public CompletableFuture<Void> detach() {
            failIf("detach");
            attached = false;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> leave(CompletionStage<?> tickEnd) {
            left = true;
            return tickEnd.toCompletableFuture().thenCompose(ended -> detach());
        }

        private void failIf(String call) {
            if (failing.equals(call)) {
                throw new IllegalStateException("cannot " + call);
            }
        }
    }
}
