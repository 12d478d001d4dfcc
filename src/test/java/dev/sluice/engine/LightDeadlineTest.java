package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Chunks may wait for ever; light, and what stands behind it, may not once the client has the chunk. It goes when it is overdue, and
 * then chunks go nearest first again.
 */
final class LightDeadlineTest {

    private static final int CHUNK = 4_000;
    private static final int LIGHT = 1_500;
    private static final int FAR = 200;

    /** Until the credit is there again that {@link SessionFixture#congest} has spent, rounded up. */
    private static final int DEBT_MILLIS = 1_700;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void light_ofAFarChunkThatTheClientHas_goesOnceOverdueAndTheEditBehindIt() {
        congest();
        client.send(TestPacket.light(FAR, 0, LIGHT));
        client.send(TestPacket.edit(FAR, 0, "edit"));
        sendNear();
        client.run(DEBT_MILLIS);
        assertTrue(
                client.writtenLabels().containsAll(List.of("light 200 0", "edit")), () -> "" + client.writtenLabels());
        assertTrue(client.session.hasHeld(), "the chunks have gone as well");
    }

    /** Before it is overdue it has its place by distance. */
    @Test
    void light_notOverdueYet_goesBehindNearerChunks() {
        congest();
        sendNear();
        client.run(DEBT_MILLIS);
        client.send(TestPacket.light(FAR, 0, LIGHT));
        client.sink.written.clear();
        client.run(450);
        assertTrue(client.writtenLabels().size() > 5, () -> "" + client.writtenLabels());
        assertFalse(client.writtenLabels().contains("light 200 0"), () -> "" + client.writtenLabels());
        client.run(250);
        assertTrue(client.writtenLabels().contains("light 200 0"), () -> "" + client.writtenLabels());
    }

    @Test
    void chunks_afterOverdueLight_goNearestFirstAgain() {
        congest();
        client.send(TestPacket.light(FAR, 0, LIGHT));
        client.send(TestPacket.chunk(FAR + 1, 0, CHUNK));
        List<String> near = sendNear();
        client.drain();
        List<String> order = new ArrayList<>(client.writtenLabels());
        assertTrue(order.remove("light 200 0"));
        assertEquals(Stream.concat(near.stream(), Stream.of("chunk 201 0")).toList(), order);
    }

    /** The chunk is in the class and the target of what is overdue, and goes when its distance says. */
    @Test
    void chunk_behindOverdueLightOfItsOwn_isNotDraggedForward() {
        congest();
        client.send(TestPacket.light(FAR, 0, LIGHT));
        client.send(TestPacket.chunk(FAR, 0, CHUNK));
        List<String> near = sendNear();
        client.drain();
        List<String> order = client.writtenLabels();
        assertEquals("light 200 0", order.getFirst());
        assertEquals("chunk 200 0", order.getLast());
        assertEquals(near, order.subList(1, order.size() - 1));
    }

    @Test
    void light_behindItsHeldChunk_waitsWithIt() {
        client.congest();
        client.send(TestPacket.chunk(FAR, 0, CHUNK));
        client.send(TestPacket.light(FAR, 0, LIGHT));
        client.send(TestPacket.chunk(FAR + 1, 0, CHUNK));
        List<String> near = sendNear();
        client.drain();
        List<String> order = client.writtenLabels();
        assertEquals(near, order.subList(0, near.size()));
        assertEquals(List.of("chunk 200 0", "light 200 0", "chunk 201 0"), order.subList(near.size(), order.size()));
    }

    @Test
    void unload_muchLightOverdue_goesFirst() {
        congest();
        sendLight(40);
        client.run(1_000);
        client.send(TestPacket.unload(FAR + 1, 0));
        client.sink.written.clear();
        client.run(DEBT_MILLIS - 1_000);
        assertEquals("unload 201 0", client.writtenLabels().getFirst());
        assertTrue(client.writtenLabels().contains("light 200 0"), () -> "" + client.writtenLabels());
    }

    /** But not before the light of its own chunk, which the client would not know where to put. */
    @Test
    void unload_behindLightOfItsChunk_goesDirectlyAfterIt() {
        congest();
        client.send(TestPacket.light(FAR + 1, 0, LIGHT));
        sendLight(20);
        client.send(TestPacket.unload(FAR + 1, 0));
        client.drain();
        List<String> order = client.writtenLabels();
        assertEquals(order.indexOf("light 201 0") + 1, order.indexOf("unload 201 0"), () -> "" + order);
    }

    @Test
    void ring_muchLightOverdue_goesFirst() {
        int lights = 40;
        congest();
        sendLight(lights);
        client.run(1_000);
        client.session.awaitWorld();
        sendRing(CHUNK);
        client.sink.written.clear();
        client.drain();
        List<String> order = client.writtenLabels();
        assertEquals(lights, count(order, "light"));
        List<String> before = order.subList(0, lastChunk(order));
        assertTrue(count(before, "light") <= 1, () -> "" + order);
    }

    /** As do all others that are late: what is left over is theirs. */
    @Test
    void ring_missing_overdueLightHasWhatIsLeftOver() {
        congest();
        sendLight(200);
        client.run(1_000);
        client.session.awaitWorld();
        sendRing(26_000);
        client.sink.written.clear();
        client.drain();
        List<String> order = client.writtenLabels();
        long before = count(order.subList(0, lastChunk(order)), "light");
        assertTrue(before >= 1, () -> "" + order);
    }

    private static int lastChunk(List<String> order) {
        int last = order.size() - 1;
        while (!order.get(last).startsWith("chunk")) {
            last--;
        }
        return last;
    }

    private static long count(List<String> order, String what) {
        return order.stream().filter(label -> label.startsWith(what)).count();
    }

    /** The client has two chunks far away, and its link is full. */
    private void congest() {
        client.send(TestPacket.chunk(FAR, 0, 1));
        client.send(TestPacket.chunk(FAR + 1, 0, 1));
        client.congest();
    }

    /** Three seconds' worth of chunks, the farthest first. Returns them as they are wanted. */
    private List<String> sendNear() {
        List<String> near = new ArrayList<>();
        for (int z = 100; z > 0; z--) {
            TestPacket chunk = TestPacket.chunk(0, z, CHUNK);
            client.send(chunk);
            near.addFirst(chunk.label());
        }
        return near;
    }

    private void sendLight(int count) {
        for (int i = 0; i < count; i++) {
            client.send(TestPacket.light(FAR, 0, LIGHT));
        }
    }

    private void sendRing(int bytes) {
        for (int x = -1; x <= 1; x++) {
            for (int z = -1; z <= 1; z++) {
                client.send(TestPacket.chunk(x, z, bytes));
            }
        }
    }
}
