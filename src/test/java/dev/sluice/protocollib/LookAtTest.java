package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.TestPacket;
import java.util.List;
import net.minecraft.commands.arguments.EntityAnchorArgument.Anchor;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerLookAtPacket;
import net.minecraft.world.entity.EntityType;
import org.junit.jupiter.api.Test;

/** A player who is told to look at an entity turns to where its client has that. */
final class LookAtTest {

    private static final int ENTITY = 8;
    private static final EntityType<?> COW = new EntityType<>("cow");

    private final ServerSession server =
            new ServerSession(ClientboundAddEntityPacket.class, ClientboundPlayerLookAtPacket.class);

    LookAtTest() {
        server.send("entity", ServerSession.spawn(ENTITY, COW, 0));
        server.client.congest();
        server.client.sink.written.clear();
        server.client.send(TestPacket.sync(ENTITY, "place"));
    }

    @Test
    void look_atAnEntityWhoseMoveIsHeld_comesAfterIt() {
        server.send("look", new ClientboundPlayerLookAtPacket(Anchor.EYES, 1, 2, 3, ENTITY, Anchor.EYES));
        assertEquals(List.of("place", "look"), server.client.writtenLabels());
    }

    @Test
    void look_atAPlace_takesNothingAlong() {
        server.send("look", new ClientboundPlayerLookAtPacket(Anchor.EYES, 1, 2, 3, 0, null));
        assertEquals(List.of("look"), server.client.writtenLabels());
    }
}
