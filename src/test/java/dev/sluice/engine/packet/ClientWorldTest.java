package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.EntityMemory;
import org.junit.jupiter.api.Test;

final class ClientWorldTest {

    private final ClientWorld world = new ClientWorld(new EntityMemory());

    @Test
    void missingInRing_chunkThatCountedAsWrittenIsLost_isOneMore() {
        Message chunk = TestPacket.chunk(1, 1, 4_000).message();
        world.written(chunk, null, world.writing(chunk, null));
        assertEquals(8, world.missingInRing(0, 0));
        world.lost(chunk);
        assertEquals(9, world.missingInRing(0, 0));
    }

    /** Nobody knows whether the client has an earlier one, which an unload has to take from it. */
    @Test
    void mayHave_chunkThatIsLost_isStillUnloaded() {
        TestPacket chunk = TestPacket.chunk(1, 1, 4_000);
        world.written(chunk.message(), null, world.writing(chunk.message(), null));
        world.written(chunk.message(), null, world.writing(chunk.message(), null));

        world.lost(chunk.message());

        assertTrue(world.chunks().mayHave(chunk.message().target()));
    }
}
