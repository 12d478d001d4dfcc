package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CloseWaitTest {

    private final List<CompletableFuture<Void>> ends =
            Stream.generate(CompletableFuture<Void>::new).limit(20).toList();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void until_connectionsAreLeftInEachRound_waitsForAll() throws InterruptedException {
        assertEquals(0, until(3));

        assertEquals(7, rounds.get());
    }

    @Test
    void until_noneIsLeftInARound_givesUp() throws InterruptedException {
        ends.getFirst().complete(null);

        assertEquals(19, until(0));

        assertEquals(1, rounds.get());
    }

    @Test
    void until_manyRounds_givesUp() throws InterruptedException {
        assertEquals(10, until(1));
    }

    @Test
    void until_oneFails_isNotWaitedFor() throws InterruptedException {
        ends.getFirst().completeExceptionally(new IllegalStateException("no"));

        assertEquals(0, until(20));
    }

    /** Each round is over when some more are left; the last that are needed end the wait before that. */
    private long until(int perRound) throws InterruptedException {
        return CloseWait.until(ends, (all, millis) -> {
            rounds.incrementAndGet();
            ends.stream().filter(end -> !end.isDone()).limit(perRound).forEach(end -> end.complete(null));
            if (!all.isDone()) {
                throw new TimeoutException();
            }
            all.get();
        });
    }
}
