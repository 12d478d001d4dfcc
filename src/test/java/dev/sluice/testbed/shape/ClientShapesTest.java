package dev.sluice.testbed.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Stream;
import net.minecraft.network.protocol.Packet;
import net.minestom.server.coordinate.BlockVec;
import net.minestom.server.entity.PlayerHand;
import net.minestom.server.instance.block.BlockFace;
import net.minestom.server.network.packet.client.ClientPacket;
import net.minestom.server.network.packet.client.common.ClientPongPacket;
import net.minestom.server.network.packet.client.play.ClientPlayerActionPacket;
import net.minestom.server.network.packet.client.play.ClientPlayerBlockPlacementPacket;
import net.minestom.server.network.packet.client.play.ClientTickEndPacket;
import net.minestom.server.network.packet.client.play.ClientUpdateSignPacket;
import net.minestom.server.network.packet.client.play.ClientUseItemPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ClientShapesTest {
    private static final BlockVec PLACE = new BlockVec(-3, 70, 12_000);

    static Stream<ClientPacket> packets() {
        Stream<ClientPacket> actions = Stream.of(ClientPlayerActionPacket.Status.values())
                .map(status -> new ClientPlayerActionPacket(status, PLACE, BlockFace.WEST, 41));
        Stream<ClientPacket> others = Stream.of(
                new ClientPongPacket(7),
                new ClientPlayerBlockPlacementPacket(
                        PlayerHand.OFF, PLACE, BlockFace.SOUTH, 0.25f, 0.1f, 1, true, false, 42),
                new ClientUseItemPacket(PlayerHand.MAIN, 43, 12.5f, -3),
                new ClientUpdateSignPacket(PLACE, true, List.of("a", "", "c", "d")));
        return Stream.concat(actions, others);
    }

    @ParameterizedTest
    @MethodSource("packets")
    void packet_thereAndBack_isTheSame(ClientPacket packet) {
        Object shape = ClientShapes.toShape(packet);
        assertInstanceOf(Packet.class, shape);
        assertEquals(packet, ClientShapes.toMinestom(shape));
    }

    @Test
    void packet_withoutAShape_staysWhatItIs() {
        ClientPacket packet = new ClientTickEndPacket();
        assertSame(packet, ClientShapes.toMinestom(ClientShapes.toShape(packet)));
    }
}
