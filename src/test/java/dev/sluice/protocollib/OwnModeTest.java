package dev.sluice.protocollib;

import static dev.sluice.protocollib.ServerPackets.playerInfo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import org.junit.jupiter.api.Test;

/** A client takes its own game mode from the player list, and its abilities and the change itself from packets that are never held. */
final class OwnModeTest {

    private static final UUID OTHER = new UUID(3, 4);

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final UUID self = client.session.clientId();
    private final PacketClassifier classifier = ServerPackets.classifier(
            ClientboundBundlePacket.class,
            ClientboundPlayerInfoRemovePacket.class,
            ClientboundPlayerInfoUpdatePacket.class);

    @Test
    void mode_ofThePlayerItself_isNeverHeld() {
        client.congest();
        assertPasses(send("mode", playerInfo(EnumSet.of(Action.UPDATE_GAME_MODE), self)));
    }

    @Test
    void mode_ofAnotherPlayer_isHeld() {
        client.congest();
        assertIsHeld(send("mode", playerInfo(EnumSet.of(Action.UPDATE_GAME_MODE), OTHER)));
    }

    /** Without its entry a player that joins as a spectator falls through the floor. */
    @Test
    void entry_ofThePlayerItself_isNeverHeld() {
        client.congest();
        assertPasses(send("comes", playerInfo(EnumSet.allOf(Action.class), self)));
        assertPasses(send("comes", playerInfo(EnumSet.of(Action.ADD_PLAYER), self)));
    }

    @Test
    void entry_ofAnotherPlayer_isHeld() {
        client.congest();
        assertIsHeld(send("comes", playerInfo(EnumSet.allOf(Action.class), OTHER)));
    }

    /** It cannot be split, and held for half a second it would take the link for as long. */
    @Test
    void entries_ofManyAndThePlayerItself_areNeverHeld() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.add(new UUID(5, i));
        }
        all.add(self);
        client.congest();
        assertPasses(send("all come", playerInfo(EnumSet.allOf(Action.class), all.toArray(UUID[]::new))));
    }

    @Test
    void anythingElse_ofThePlayerItself_isHeld() {
        client.congest();
        assertIsHeld(send("latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), self, OTHER)));
        assertIsHeld(send("session", playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), self)));
        assertIsHeld(send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(self))));
    }

    @Test
    void mode_behindWhatIsHeldOfThePlayer_takesItAlong() {
        client.congest();
        send("other's latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), OTHER));
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(self)));
        send("comes", playerInfo(EnumSet.allOf(Action.class), self));
        send("latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), self));
        send("mode", playerInfo(EnumSet.of(Action.UPDATE_GAME_MODE), self));
        assertEquals(List.of("leaves", "comes", "latency", "mode"), client.writtenLabels());
    }

    @Test
    void bundle_withTheModeOfThePlayerItself_isNeverHeld() {
        client.congest();
        assertPasses(send(
                "bundle",
                new ClientboundBundlePacket(List.of(
                        playerInfo(EnumSet.of(Action.UPDATE_LATENCY), OTHER),
                        playerInfo(EnumSet.of(Action.UPDATE_GAME_MODE), self)))));
        assertIsHeld(send(
                "bundle",
                new ClientboundBundlePacket(List.of(playerInfo(EnumSet.of(Action.UPDATE_GAME_MODE), OTHER)))));
    }

    /** What an update is about may be the mode then. */
    @Test
    void anyUpdate_whoseActionsCannotBeRead_isNeverHeldIfItNamesThePlayer() {
        Extractor unsure = ServerPackets.plainly("player_info_update", ClientboundPlayerInfoUpdatePacket.class);
        client.congest();
        assertPasses(offer("own", unsure.extract(playerInfo(EnumSet.of(Action.UPDATE_LATENCY), self))));
        assertIsHeld(offer("other's", unsure.extract(playerInfo(EnumSet.of(Action.UPDATE_LATENCY), OTHER))));
    }

    private static void assertPasses(Decision decision) {
        assertInstanceOf(Decision.Pass.class, decision);
    }

    private static void assertIsHeld(Decision decision) {
        assertInstanceOf(Decision.Hold.class, decision);
    }

    private Decision send(String label, Object packet) {
        return offer(label, Objects.requireNonNull(classifier.classify(packet)));
    }

    private Decision offer(String label, Message message) {
        return client.send(new TestPacket(label, message.type().initialSizeBytes(), message));
    }
}
