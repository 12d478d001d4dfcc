package dev.sluice.testbed.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.testbed.push.PushQueue.ChunkAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PushQueueTest {
    private final PushQueue queue = new PushQueue();

    @Test
    void pollNearest_fullView_givesRingsOutwards() {
        for (int x = -4; x <= 4; x++) {
            for (int z = -4; z <= 4; z++) {
                queue.add(new ChunkAt(x, z));
            }
        }

        List<Long> distances = new ArrayList<>();
        ChunkAt centre = new ChunkAt(0, 0);
        for (var next = queue.pollNearest(centre); next.isPresent(); next = queue.pollNearest(centre)) {
            distances.add(next.get().squaredDistance(centre));
        }

        assertEquals(81, distances.size());
        assertEquals(distances.stream().sorted().toList(), distances);
    }

    @Test
    void pollNearest_centreMoved_followsIt() {
        queue.add(new ChunkAt(0, 0));
        queue.add(new ChunkAt(5, 5));

        assertEquals(Optional.of(new ChunkAt(5, 5)), queue.pollNearest(new ChunkAt(4, 4)));
    }

    @Test
    void cancel_waitingChunk_isNeverGiven() {
        queue.add(new ChunkAt(1, 1));

        assertTrue(queue.cancel(new ChunkAt(1, 1)));
        assertEquals(Optional.empty(), queue.pollNearest(new ChunkAt(0, 0)));
    }

    @Test
    void cancel_chunkAlreadyGiven_saysSo() {
        queue.add(new ChunkAt(1, 1));
        assertTrue(queue.pollNearest(new ChunkAt(0, 0)).isPresent());

        assertFalse(queue.cancel(new ChunkAt(1, 1)));
    }
}
