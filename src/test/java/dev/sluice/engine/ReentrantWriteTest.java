package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent while the engine writes a packet, by a handler further down: it has its place, also if a world ends. */
final class ReentrantWriteTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    /** What was remembered of the entity that is being written is gone then. */
    @Test
    void pass_respawnFromWrite_goesOn() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.send(TestPacket.chat("chat", 30));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.respawn()));

        client.drain();

        assertEquals(
                List.of("chat", "move " + ID, "respawn"),
                client.writtenLabels().stream().sorted().toList());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    /** The same where the packet is of another class than the entity's state, and so is counted apart. */
    @Test
    void pass_respawnFromWriteOfAFactAboutAnEntity_goesOn() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.congest();
        client.send(TestPacket.fact(
                MessagePriority.METADATA,
                "fact",
                30,
                new Target.EntityTarget(ID),
                TestPacket.shared(OrderingKey.entity(ID))));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.respawn()));

        client.drain();

        assertEquals(List.of("fact", "respawn"), client.writtenLabels());
    }

    @Test
    void release_chunkAndUnloadFromWriteOfItsData_clientHasItNoLonger() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));
        client.send(TestPacket.chat("chat", 2_000));
        Reentrancy.atNextWrite(client.sink, () -> {
            client.send(TestPacket.chunk(1, 1, 100));
            client.send(TestPacket.unload(1, 1));
        });
        client.send(TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.chunk(1, 1))));
        client.drain();

        assertEquals(List.of("chunk 1 1", "immediate", "unload 1 1", "chat"), client.writtenLabels());
    }

    @Test
    void passed_chunkSentAnewFromWriteOfItsUnload_isNotTakenForGone() {
        client.send(TestPacket.chunk(1, 1, 100));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.chunk(1, 1, 100)));
        client.send(TestPacket.unload(1, 1));
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("unload 1 1"), client.writtenLabels());
    }

    @Test
    void bypass_chatFromWrite_overtakesNothing() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.chat("three", 30)));

        client.session.bypass();

        assertEquals(List.of("one", "two", "three"), client.writtenLabels());
    }

    @Test
    void bypass_respawnFromWrite_staysBetweenItsWorlds() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        client.send(TestPacket.sync(ID, "old"));
        Reentrancy.atNextWrite(client.sink, () -> {
            client.send(TestPacket.respawn());
            client.send(TestPacket.sync(ID, "new"));
        });

        client.session.bypass();

        assertEquals(List.of("one", "two", "respawn", "new"), client.writtenLabels());
    }

    /** It may have got through before its write failed. */
    @Test
    void takenAlong_chunkSentAnewFromWriteOfItsUnloadFails_isNotTakenForGone() {
        SessionFixture capped = new SessionFixture(SessionFixture.capped(SessionFixture.rate(125_000), 10_000, 1));
        capped.send(TestPacket.chunk(1, 1, 100));
        capped.congest();
        capped.send(TestPacket.unload(1, 1));
        Reentrancy.atNextWrite(capped.sink, () -> {
            capped.send(TestPacket.chunk(1, 1, 100));
            Reentrancy.atNextWrite(capped.sink, () -> {
                throw new IllegalStateException("a write fails");
            });
            capped.send(TestPacket.chat("chat", 30));
        });
        capped.send(TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.chunk(1, 1))));
        assertThrows(IllegalStateException.class, capped.session::pass);
        capped.send(TestPacket.chunk(1, 1, 100));

        capped.send(TestPacket.unload(1, 1));
        capped.drain();

        assertEquals(List.of("unload 1 1", "chunk 1 1", "immediate", "chat", "unload 1 1"), capped.writtenLabels());
    }
}
