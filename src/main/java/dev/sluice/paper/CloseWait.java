package dev.sluice.paper;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a disable waits for the event loops. Each encodes what is held for its players, which takes seconds where that is
 * much and the server busy; one that hangs, perhaps because it waits for the main thread, is not waited for. The whole stays well
 * below the minute after which the server's watchdog takes the main thread for hanging.
 */
final class CloseWait {

    /** A round in which no connection was left is the last. */
    private static final long ROUND_MILLIS = 2_000;

    private static final int MAX_ROUNDS = 10;

    private CloseWait() {}

    /** Waits for a future, for so many milliseconds at most. */
    interface Round {
        void await(CompletableFuture<Void> all, long millis)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Returns how many are not complete even so. One that fails is complete. */
    static long until(Collection<CompletableFuture<Void>> ends) throws InterruptedException {
        return until(ends, (all, millis) -> all.get(millis, TimeUnit.MILLISECONDS));
    }

    static long until(Collection<CompletableFuture<Void>> ends, Round round) throws InterruptedException {
        CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        long before = pending(ends);
        for (int i = 0; i < MAX_ROUNDS; i++) {
            try {
                round.await(all, ROUND_MILLIS);
                return 0;
            } catch (ExecutionException e) {
                // Who left it has said so.
                return 0;
            } catch (TimeoutException e) {
                long now = pending(ends);
                if (now == before) {
                    return now;
                }
                before = now;
            }
        }
        return before;
    }

    private static long pending(Collection<CompletableFuture<Void>> ends) {
        return ends.stream().filter(end -> !end.isDone()).count();
    }
}
