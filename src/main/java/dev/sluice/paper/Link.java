package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.port.ClientLink;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A way into one player's stream of packets. */
interface Link {

    /**
     * Stands in the stream from now on. The player's thread.
     *
     * @param sessionFactory makes the session, on the thread that it belongs to
     * @return completes with the session, exceptionally if Sluice cannot stand there; the stream is then as it was
     */
    CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory);

    /** The key of the dimension that the player is in, as a respawn names it; empty if that is not found. The player's thread. */
    Optional<Object> dimension();

    /** False for good once the connection has ended. Any thread. */
    boolean isOpen();

    /** Makes the pass of a tick that has ended, soon. Main thread. */
    void endTick();

    /**
     * Asks the session on the thread that it belongs to. Any thread.
     *
     * @return completes with the answer, on any thread; exceptionally with what asking has thrown, or with a {@link
     *     java.util.concurrent.RejectedExecutionException} if Sluice does not stand in the stream
     */
    <T> CompletableFuture<T> ask(Function<ClientSession, T> question);

    /** Releases what is held and leaves. Any thread if the stream is a channel's, else the main thread. */
    CompletableFuture<Void> detach();

    /**
     * Leaves by the end of the tick, as the player has just left the server or is configured anew, which cannot be told apart yet:
     * nothing is sent that the client will not miss. The player's thread, within the quit event.
     *
     * @param tickEnd completes when the tick has ended
     */
    CompletableFuture<Void> leave(CompletionStage<?> tickEnd);
}
