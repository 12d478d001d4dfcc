package dev.sluice.protocollib;

import static dev.sluice.protocollib.ServerPackets.playerInfo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** Who leaves the list does so 150 ms after its held spawn at the earliest (docs/scheduling.md, Lingering). */
final class ListedNpcTest {

    private static final UUID NPC = new UUID(1, 2);
    private static final int FAR = 200;

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final PacketClassifier classifier = ServerPackets.classifier(
            ClientboundAddEntityPacket.class,
            ClientboundBundlePacket.class,
            ClientboundPlayerInfoRemovePacket.class,
            ClientboundPlayerInfoUpdatePacket.class);

    /** The plugin hides it in the list, or names it, before it takes it from there; that waits for budget with the spawn. */
    @Test
    void removalOfAnNpc_behindItsSpawnAndAnUpdateOfIt_comesThreeTicksAfterTheSpawn() {
        client.congest();
        send("comes", playerInfo(EnumSet.allOf(Action.class), NPC));
        send("appears", spawn(0));
        send("hidden", playerInfo(EnumSet.of(Action.UPDATE_LISTED), NPC));
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(NPC)));

        runUntil("appears");
        assertLeavesInTime();
    }

    /** The removal is offered just after the held spawn has gone, as the plugin waits for some time. */
    @Test
    void removalOfAnNpc_whoseHeldSpawnHasJustGone_comesThreeTicksAfterTheSpawn() {
        send("comes", playerInfo(EnumSet.allOf(Action.class), NPC));
        client.congest();
        client.send(TestPacket.chunk(FAR, 0, 4_000));
        send("appears", spawn(FAR));
        runUntil("appears");
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(NPC)));

        assertLeavesInTime();
    }

    /** As a bundle, since a plugin has more to say of it. */
    @Test
    void bundledRemovalOfAnNpc_whoseHeldSpawnHasJustGone_comesThreeTicksAfterTheSpawn() {
        client.congest();
        send("comes", playerInfo(EnumSet.allOf(Action.class), NPC));
        send("appears", spawn(0));
        send(
                "leaves",
                new ClientboundBundlePacket(List.of(
                        playerInfo(EnumSet.of(Action.UPDATE_LISTED), NPC),
                        new ClientboundPlayerInfoRemovePacket(List.of(NPC)))));

        runUntil("appears");
        assertLeavesInTime();
    }

    private void runUntil(String label) {
        while (!client.writtenLabels().contains(label)) {
            client.run(10);
        }
    }

    /** Not within two ticks of the spawn, and not much later than after three. */
    private void assertLeavesInTime() {
        client.run(100);
        assertFalse(client.writtenLabels().contains("leaves"), client.writtenLabels()::toString);
        client.run(100);
        assertTrue(client.writtenLabels().contains("leaves"), client.writtenLabels()::toString);
    }

    private void send(String label, Object packet) {
        Message message = Objects.requireNonNull(classifier.classify(packet));
        client.send(new TestPacket(label, message.type().initialSizeBytes(), message));
    }

    private static ClientboundBundlePacket spawn(int chunkX) {
        return new ClientboundBundlePacket(List.of(new ClientboundAddEntityPacket(
                7,
                NPC,
                new EntityType<>("player"),
                16.0 * chunkX,
                64,
                0,
                new Vec3(0, 0, 0),
                (byte) 0,
                (byte) 0,
                (byte) 0,
                0)));
    }
}
