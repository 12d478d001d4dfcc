package dev.sluice.protocollib;

import static dev.sluice.protocollib.ServerPackets.line;
import static dev.sluice.protocollib.ServerPackets.playerInfo;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerChatPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** The player list, what its players say and where they appear: what waits for what, with the server's packets in a session. */
final class PlayerPacketsTest {

    private static final UUID STEVE = new UUID(1, 2);
    private static final UUID ALEX = new UUID(3, 4);

    /** Where Steve appears, in chunks. */
    private static final int FAR = 200;

    private static final int CHUNK = 4_000;

    /** What the fixture's plug owes, and a bit. */
    private static final long DEBT_MILLIS = 1_700;

    /** With chunks of this size a line of chat has left long before. */
    private static final long BOUND_MILLIS = 300;

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final PacketClassifier classifier = ServerPackets.classifier(
            ClientboundAddEntityPacket.class,
            ClientboundBundlePacket.class,
            ClientboundPlayerChatPacket.class,
            ClientboundPlayerInfoRemovePacket.class,
            ClientboundPlayerInfoUpdatePacket.class);

    @Test
    void classify_allOfThem_areShapedAsExpected() {
        assertEquals(List.of(), classifier.report().misshapen());
        assertEquals(List.of(), classifier.report().plainer());
    }

    /** As the server tells everyone every 30 s, and plugins that keep a list of their own all the time. */
    @Test
    void chat_behindALatencyOfAPlayerWhoseSpawnIsHeld_leavesWithinItsBound() {
        holdSpawn();
        send("latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), STEVE, ALEX));
        assertChatLeaves();
    }

    /** As plugins do with the names of those who look like players. */
    @Test
    void chat_behindTheRemovalOfAnNpcWhoseSpawnIsHeld_leavesWithinItsBound() {
        holdSpawn();
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        assertChatLeaves();
        assertFalse(client.writtenLabels().contains("leaves"), () -> "" + client.writtenLabels());
    }

    @Test
    void lineOfAPlayer_whoseSpawnIsHeld_leavesWithinItsBound() {
        holdSpawn();
        send("session", playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), STEVE));
        send("latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), STEVE, ALEX));
        send("Steve's line", line(STEVE));
        assertChatLeaves();
        assertTrue(client.writtenLabels().contains("Steve's line"), () -> "" + client.writtenLabels());
    }

    /** Another one's skin changes meanwhile: who is listed anew waits for the one who left, and he for his spawn. */
    @Test
    void lineOfAPlayer_behindAnUpdateThatAlsoNamesOneWhoWaits_leavesWithinItsBound() {
        holdSpawn();
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        send("comes back", playerInfo(EnumSet.allOf(Action.class), STEVE));
        send("latency", playerInfo(EnumSet.of(Action.UPDATE_LATENCY), STEVE, ALEX));
        send("session", playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), ALEX));
        send("Alex's line", line(ALEX));
        assertChatLeaves();
        assertTrue(client.writtenLabels().contains("Alex's line"), () -> "" + client.writtenLabels());
        assertFalse(client.writtenLabels().contains("latency"), () -> "" + client.writtenLabels());
    }

    @Test
    void lineOfAPlayer_whoIsNotListedYet_comesAfterHisEntry() {
        client.congest();
        crowd();
        send("comes", playerInfo(EnumSet.allOf(Action.class), STEVE));
        send("Steve's line", line(STEVE));
        client.drain();
        assertOrder("comes", "Steve's line");
    }

    @Test
    void lineOfAPlayer_whoseSessionIsHeld_comesAfterIt() {
        client.congest();
        crowd();
        send("session", playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), STEVE));
        send("Steve's line", line(STEVE));
        client.drain();
        assertOrder("session", "Steve's line");
    }

    @Test
    void removalOfAPlayer_whoseLineIsHeld_comesAfterIt() {
        client.congest();
        for (int i = 0; i < 100; i++) {
            client.send(TestPacket.chat("line " + i, 500));
        }
        send("Steve's line", line(STEVE));
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        client.drain();
        assertOrder("Steve's line", "leaves");
    }

    @Test
    void removalOfAPlayer_whoseSpawnIsHeld_comesAfterIt() {
        holdSpawn();
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        client.drain();
        assertOrder("Steve appears", "leaves");
    }

    /** The client asks the list what a player looks like with its next tick: who was taken from it by then looks like anybody. */
    @Test
    void removalOfAnNpc_whoseSpawnIsHeld_comesThreeTicksAfterIt() {
        holdSpawn();
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        while (!client.writtenLabels().contains("Steve appears")) {
            client.run(10);
        }
        client.run(140);
        assertFalse(client.writtenLabels().contains("leaves"), () -> "" + client.writtenLabels());
        client.run(20);
        assertTrue(client.writtenLabels().contains("leaves"), () -> "" + client.writtenLabels());
        assertFalse(client.session.hasHeld());
    }

    /** Nothing is lost of what waits for longer than for the spawn. */
    @Test
    void removalOfAnNpc_thatWaitsBehindItsSpawn_isReleasedWithEverything() {
        holdSpawn();
        send("leaves", new ClientboundPlayerInfoRemovePacket(List.of(STEVE)));
        while (!client.writtenLabels().contains("Steve appears")) {
            client.run(10);
        }
        client.session.bypass();
        assertEquals("leaves", client.writtenLabels().getLast());
    }

    @Test
    void classify_whoComesOrGoes_ownsAllOfTheProfile() {
        List<Message.Key> all = listOwning(
                OrderingKey.profile(STEVE),
                OrderingKey.speaker(STEVE),
                OrderingKey.listing(STEVE),
                OrderingKey.profile(ALEX),
                OrderingKey.speaker(ALEX),
                OrderingKey.listing(ALEX));
        assertEquals(all, keys(playerInfo(EnumSet.allOf(Action.class), STEVE, ALEX)));
        assertEquals(all, keys(playerInfo(EnumSet.of(Action.ADD_PLAYER), STEVE, ALEX)));
        assertEquals(all, keys(new ClientboundPlayerInfoRemovePacket(List.of(STEVE, ALEX))));
    }

    @Test
    void classify_session_ownsWhatItsPlayerSays() {
        assertEquals(
                listOwning(OrderingKey.speaker(STEVE)), keys(playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), STEVE)));
        assertEquals(
                listOwning(OrderingKey.speaker(STEVE), OrderingKey.listing(STEVE)),
                keys(playerInfo(EnumSet.of(Action.INITIALIZE_CHAT, Action.UPDATE_LISTED), STEVE)));
    }

    @Test
    void classify_anyOtherUpdate_ownsWhatTheListShowsOnly() {
        assertEquals(
                listOwning(OrderingKey.listing(STEVE), OrderingKey.listing(ALEX)),
                keys(playerInfo(
                        EnumSet.complementOf(EnumSet.of(Action.ADD_PLAYER, Action.INITIALIZE_CHAT)), STEVE, ALEX)));
    }

    @Test
    void classify_signedLine_ownsChatAndSharesWhatItsPlayerSays() {
        assertEquals(
                List.of(
                        new Message.Key(OrderingKey.CHAT, KeyMode.EXCLUSIVE),
                        new Message.Key(OrderingKey.speaker(STEVE), KeyMode.SHARED)),
                keys(line(STEVE)));
    }

    /** Who is in chat must not be taken for the one who appears. */
    @Test
    void keys_ofOneProfile_areThree() {
        assertEquals(
                3,
                Set.of(OrderingKey.profile(STEVE), OrderingKey.speaker(STEVE), OrderingKey.listing(STEVE))
                        .size());
    }

    /** Steve is listed and appears in a chunk that is held, and nearer ones are wanted first. */
    private void holdSpawn() {
        send("comes", playerInfo(EnumSet.allOf(Action.class), STEVE, ALEX));
        client.congest();
        client.send(TestPacket.chunk(FAR, 0, CHUNK));
        send("Steve appears", new ClientboundBundlePacket(List.of(spawn(STEVE))));
        for (int z = 100; z > 0; z--) {
            client.send(TestPacket.chunk(0, z, CHUNK));
        }
    }

    /** Once there is credit again, though Steve has not appeared by then. */
    private void assertChatLeaves() {
        client.run(DEBT_MILLIS);
        client.send(TestPacket.chat("line", 100));
        client.run(BOUND_MILLIS);
        List<String> written = client.writtenLabels();
        assertFalse(written.contains("Steve appears"), () -> "" + written);
        assertTrue(written.contains("line"), () -> "" + written);
    }

    /** Facts of entities that leave before what comes later in their class: chat would leave sooner. */
    private void crowd() {
        for (int id = 1_000; id < 1_100; id++) {
            client.send(TestPacket.fact(
                    MessagePriority.NEARBY_ENTITIES,
                    "fact",
                    500,
                    new Target.EntityTarget(id),
                    TestPacket.exclusive(OrderingKey.entity(id))));
        }
    }

    private void assertOrder(String first, String second) {
        List<String> written = client.writtenLabels();
        assertTrue(written.contains(first), () -> "" + written);
        assertTrue(written.indexOf(first) < written.indexOf(second), () -> "" + written);
    }

    private void send(String label, Object packet) {
        Message message = known(packet);
        client.send(new TestPacket(label, message.type().initialSizeBytes(), message));
    }

    private List<Message.Key> keys(Object packet) {
        return known(packet).keys();
    }

    private Message known(Object packet) {
        return Objects.requireNonNull(classifier.classify(packet));
    }

    /** The keys that a change of the player list has: it shares that of the list. */
    private static List<Message.Key> listOwning(long... keys) {
        return Stream.concat(
                        Stream.of(new Message.Key(OrderingKey.PLAYER_LIST, KeyMode.SHARED)),
                        Arrays.stream(keys).mapToObj(key -> new Message.Key(key, KeyMode.EXCLUSIVE)))
                .toList();
    }

    private static ClientboundAddEntityPacket spawn(UUID player) {
        return new ClientboundAddEntityPacket(
                7,
                player,
                new EntityType<>("player"),
                16.0 * FAR,
                64,
                0,
                new Vec3(0, 0, 0),
                (byte) 0,
                (byte) 0,
                (byte) 0,
                0);
    }
}
