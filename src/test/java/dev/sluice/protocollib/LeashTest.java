package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import java.util.List;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityLinkPacket;
import net.minecraft.world.entity.EntityType;
import org.junit.jupiter.api.Test;

/** A leash is the animal's: a client looks for who holds it until it finds that one. */
final class LeashTest {

    private static final int ANIMAL = 8;
    private static final int OTHER_ANIMAL = 9;
    private static final int HOLDER = 10;

    /** Who holds the leash of an animal that is on none. */
    private static final int NOBODY = 0;

    private static final EntityType<?> COW = new EntityType<>("cow");

    private final ServerSession server = new ServerSession(
            ClientboundAddEntityPacket.class, ClientboundBundlePacket.class, ClientboundSetEntityLinkPacket.class);
    private final SessionFixture client = server.client;

    @Test
    void holder_whoseAnimalWaitsForItsChunk_moves() {
        server.send("holder", ServerSession.spawn(HOLDER, EntityType.PLAYER, 0));
        client.congest();
        server.sendChunks();
        server.send("animal", leashed(HOLDER));
        client.send(TestPacket.head(HOLDER, "head"));
        client.run(2_500);
        List<String> written = client.writtenLabels();
        assertTrue(written.contains("head"), written::toString);
        assertFalse(written.contains("animal"), written::toString);
    }

    /** What names the player itself is never held. */
    @Test
    void leash_heldByThePlayer_takesNoChunkAlong() {
        client.session.ownEntity(HOLDER);
        client.congest();
        server.sendChunks();
        assertInstanceOf(Decision.Hold.class, server.send("animal", leashed(HOLDER)));
        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void animalLetOff_whileAnotherWaitsForItsChunk_moves() {
        server.send("animal", ServerSession.spawn(ANIMAL, COW, 0));
        client.congest();
        server.sendChunks();
        server.send("other animal", ServerSession.spawn(OTHER_ANIMAL, COW, ServerSession.FAR));
        server.send("other let off", new ClientboundSetEntityLinkPacket(OTHER_ANIMAL, NOBODY));
        server.send("let off", new ClientboundSetEntityLinkPacket(ANIMAL, NOBODY));
        client.run(2_500);
        List<String> written = client.writtenLabels();
        assertTrue(written.contains("let off"), written::toString);
        assertFalse(written.contains("other let off"), written::toString);
    }

    @Test
    void leash_whoseAnimalWaitsForItsChunk_comesAfterIt() {
        client.congest();
        server.sendChunks();
        server.send("animal", ServerSession.spawn(ANIMAL, COW, ServerSession.FAR));
        server.send("leash", new ClientboundSetEntityLinkPacket(ANIMAL, HOLDER));
        client.drain();
        server.assertWritten("animal", "leash");
    }

    /** In a bundle in a far chunk, as the server sends it. */
    private static ClientboundBundlePacket leashed(int holder) {
        return new ClientboundBundlePacket(List.of(
                ServerSession.spawn(ANIMAL, COW, ServerSession.FAR),
                new ClientboundSetEntityLinkPacket(ANIMAL, holder)));
    }
}
