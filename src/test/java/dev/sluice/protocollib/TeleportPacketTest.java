package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import net.minecraft.network.protocol.game.ClientboundPlayerPositionPacket;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.entity.Relative;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** Where the player is put. */
final class TeleportPacketTest {

    private static final Observation SOMEWHERE = Observation.Teleported.somewhere();

    private final PacketClassifier classifier = ServerPackets.classifier(ClientboundPlayerPositionPacket.class);

    @Test
    void classify_placeIsAbsolute_isTold() {
        Observation there = new Observation.Teleported(-3.5, 64, 7);
        assertEquals(there, told(Set.of()));
        assertEquals(there, told(EnumSet.range(Relative.Y_ROT, Relative.ROTATE_DELTA)));
    }

    @Test
    void classify_placeIsAChange_isNotTaken() {
        assertEquals(SOMEWHERE, told(EnumSet.of(Relative.X)));
        assertEquals(SOMEWHERE, told(EnumSet.of(Relative.Y)));
        assertEquals(SOMEWHERE, told(EnumSet.of(Relative.Z, Relative.X_ROT)));
    }

    private Observation told(Set<Relative> relatives) {
        Vec3 place = new Vec3(-3.5, 64, 7);
        PositionMoveRotation change = new PositionMoveRotation(place, new Vec3(0, 0, 0), 0, 0);
        Message message = classifier.classify(new ClientboundPlayerPositionPacket(1, change, relatives));
        return Objects.requireNonNull(Objects.requireNonNull(message).observation());
    }
}
