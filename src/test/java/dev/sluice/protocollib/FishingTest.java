package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** A client takes no fishing bobber whose owner it does not know, and knows one of each. */
final class FishingTest {

    private static final int ANGLER = 7;
    private static final int BOBBER = 8;
    private static final int NEXT_BOBBER = 9;
    private static final int OTHER_ANGLER = 10;

    /** Chunks that are held until all others have gone. */
    private static final int FAR = 200;

    private static final EntityType<?> ARROW = new EntityType<>("arrow");

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final PacketClassifier classifier =
            ServerPackets.classifier(ClientboundAddEntityPacket.class, ClientboundBundlePacket.class);

    @Test
    void classify_spawn_isShapedAsExpected() {
        assertEquals(List.of(), classifier.report().misshapen());
        assertEquals(List.of(), classifier.report().plainer());
    }

    @Test
    void bobber_whoseOwnerWaitsForAnotherChunk_comesAfterHim() {
        client.congest();
        sendChunks();
        send("angler", spawn(ANGLER, EntityType.PLAYER, FAR, 0));
        send("bobber", spawn(BOBBER, EntityType.FISHING_BOBBER, 0, ANGLER));
        client.drain();
        List<String> written = client.writtenLabels();
        assertTrue(written.indexOf("angler") >= 0, () -> "" + written);
        assertTrue(written.indexOf("angler") < written.indexOf("bobber"), () -> "" + written);
    }

    /** It would be seen all the same. */
    @Test
    void arrow_whoseOwnerWaitsForAnotherChunk_doesNotWaitForHim() {
        client.congest();
        sendChunks();
        send("angler", spawn(ANGLER, EntityType.PLAYER, FAR, 0));
        send("arrow", spawn(BOBBER, ARROW, 0, ANGLER));
        client.drain();
        List<String> written = client.writtenLabels();
        assertTrue(written.indexOf("arrow") < written.indexOf("angler"), () -> "" + written);
    }

    @Test
    void angler_whoseBobberWaitsForItsChunk_moves() {
        send("angler", spawn(ANGLER, EntityType.PLAYER, 0, 0));
        client.congest();
        sendChunks();
        send("bobber", spawn(BOBBER, EntityType.FISHING_BOBBER, FAR, ANGLER));
        client.send(TestPacket.head(ANGLER, "head"));
        client.run(2_500);
        List<String> written = client.writtenLabels();
        assertTrue(written.contains("head"), () -> "" + written);
        assertFalse(written.contains("bobber"), () -> "" + written);
    }

    /** With a bobber a client forgets whichever its owner has out. */
    @Test
    void bobber_whoseOwnersLastOneIsStillToBeRemoved_comesAfterThat() {
        removeAFarBobber();
        send("next bobber", spawn(NEXT_BOBBER, EntityType.FISHING_BOBBER, 0, ANGLER));
        client.drain();
        assertEquals(List.of("remove " + BOBBER, "next bobber"), client.writtenLabels());
    }

    @Test
    void bobber_ofAnotherAngler_doesNotWaitForTheRemoval() {
        removeAFarBobber();
        send("other bobber", spawn(NEXT_BOBBER, EntityType.FISHING_BOBBER, 0, OTHER_ANGLER));
        client.drain();
        assertEquals(List.of("other bobber", "remove " + BOBBER), client.writtenLabels());
    }

    /** Of a bobber that is less urgent than one beside the player, and for so short a time that nothing is overdue. */
    private void removeAFarBobber() {
        client.session.viewpoint(0, 64, 0);
        send("angler", spawn(ANGLER, EntityType.PLAYER, 0, 0));
        send("other angler", spawn(OTHER_ANGLER, EntityType.PLAYER, 0, 0));
        send("bobber", spawn(BOBBER, EntityType.FISHING_BOBBER, 5, ANGLER));
        client.run(1_000);
        client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 30_000, Target.StreamTarget.WORLD));
        client.sink.written.clear();
        client.send(TestPacket.remove(BOBBER));
    }

    @Test
    void removal_ofAnAnglerWhoseSpawnIsHeld_cancelsBoth() {
        client.congest();
        send("angler", spawn(ANGLER, EntityType.PLAYER, FAR, 0));
        client.send(TestPacket.remove(ANGLER));
        client.drain();
        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void removal_ofABobberWhoseSpawnIsHeld_cancelsBoth() {
        client.congest();
        send("angler", spawn(ANGLER, EntityType.PLAYER, FAR, 0));
        send("bobber", spawn(BOBBER, EntityType.FISHING_BOBBER, 0, ANGLER));
        client.send(TestPacket.remove(BOBBER));
        client.drain();
        assertEquals(List.of("angler"), client.writtenLabels());
    }

    @Test
    void respawn_anglerHeld_isDiscarded() {
        client.congest();
        send("angler", spawn(ANGLER, EntityType.PLAYER, FAR, 0));
        client.send(TestPacket.respawn());
        client.drain();
        assertEquals(List.of("respawn"), client.writtenLabels());
    }

    @Test
    void classify_spawns_keysOfWhoFishes() {
        Message.Key owned = new Message.Key(OrderingKey.angler(ANGLER), KeyMode.EXCLUSIVE);
        Message.Key shared = new Message.Key(OrderingKey.angler(ANGLER), KeyMode.SHARED);
        assertEquals(owned, known(spawn(ANGLER, EntityType.PLAYER, 0, 0)).keys().getLast());
        assertEquals(
                shared,
                known(spawn(BOBBER, EntityType.FISHING_BOBBER, 0, ANGLER))
                        .keys()
                        .getLast());
        assertEquals(3, known(spawn(BOBBER, ARROW, 0, ANGLER)).keys().size());
    }

    /** A far chunk, and three seconds' worth of nearer ones. */
    private void sendChunks() {
        client.send(TestPacket.chunk(FAR, 0, 4_000));
        for (int z = 100; z > 0; z--) {
            client.send(TestPacket.chunk(0, z, 4_000));
        }
    }

    private void send(String label, Object packet) {
        client.send(new TestPacket(label, 60, known(packet)));
    }

    private Message known(Object packet) {
        return Objects.requireNonNull(classifier.classify(packet));
    }

    /** In a bundle, as the server sends it. */
    private static ClientboundBundlePacket spawn(int id, EntityType<?> type, int chunkX, int data) {
        return new ClientboundBundlePacket(List.of(new ClientboundAddEntityPacket(
                id,
                new UUID(1, id),
                type,
                16.0 * chunkX,
                64,
                0,
                new Vec3(0, 0, 0),
                (byte) 0,
                (byte) 0,
                (byte) 0,
                data)));
    }
}
