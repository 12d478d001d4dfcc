package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // the fake hands it to who leaves
final class DeparturesTest {

    private final List<CompletableFuture<Void>> left =
            Stream.generate(CompletableFuture<Void>::new).limit(3).toList();
    private final Iterator<CompletableFuture<Void>> next = left.iterator();
    private final Link link = Fakes.of(
            Link.class,
            Map.of(
                    "leave",
                    args -> ((CompletionStage<?>) args[0]).toCompletableFuture().thenCompose(ended -> next.next())));
    private final Departures departures = new Departures();

    /** Who waits for them sees that some are being left, and says how many are not. */
    @Test
    void close_someLeaveInThisTick_eachIsWaitedFor() {
        for (int i = 0; i < left.size(); i++) {
            departures.leave(link);
        }

        Collection<CompletableFuture<Void>> ends = departures.close();
        left.getFirst().complete(null);

        assertEquals(3, ends.size());
        assertEquals(1, ends.stream().filter(CompletableFuture::isDone).count());
    }
}
