package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.game.ClientboundBlockEventPacket;
import net.minecraft.network.protocol.game.ClientboundBlockUpdatePacket;
import net.minecraft.world.level.block.Block;
import net.minecraft.world.level.block.piston.PistonBaseBlock;
import net.minecraft.world.level.block.state.BlockState;
import org.junit.jupiter.api.Test;

/** A client moves a piston's blocks by itself, also those in the next chunk, where the server sends only what comes of it. */
final class BlockEventsTest {

    private static final int DOWN = 0;
    private static final int UP = 1;
    private static final int NORTH = 2;
    private static final int SOUTH = 3;
    private static final int WEST = 4;
    private static final int EAST = 5;

    private static final int RETRACTS = 1;

    private static final Block PISTON = new PistonBaseBlock(1);
    private static final Block CHEST = new Block(2);

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final PacketClassifier classifier =
            ServerPackets.classifier(ClientboundBlockEventPacket.class, ClientboundBlockUpdatePacket.class);

    @Test
    void classify_blockEvent_isShapedAsExpected() {
        assertEquals(List.of(), classifier.report().misshapen());
        assertEquals(List.of(), classifier.report().plainer());
    }

    /** A sticky piston pulls a block: done once it has been pulled and told, the client would take it away. */
    @Test
    void piston_ofAHeldChunk_actsBeforeWhatTheNextChunkIsToldAfterwards() {
        client.session.viewpoint(24, 64, 8);
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        send("piston", event(15, 8, PISTON, EAST));
        send("emptied", update(17, 8));
        send("pulled", update(16, 8));
        client.drain();
        assertEquals(List.of("chunk 0 0", "piston", "emptied", "pulled"), client.writtenLabels());
    }

    /** The price: what the player does there waits for the other chunk until the action is acknowledged. */
    @Test
    void ownEdit_behindThePistonOfAHeldChunk_leavesWithItsAcknowledgement() {
        client.session.viewpoint(24, 64, 8);
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        send("piston", event(15, 8, PISTON, EAST));
        client.session.acted(16, 64, 8);
        send("dug", update(16, 8));
        assertEquals(List.of(), client.writtenLabels());
        client.send(TestPacket.editsAck());
        assertEquals(List.of("chunk 0 0", "piston", "dug", "ack"), client.writtenLabels());
    }

    /** The same where the next chunk is the one that is held. */
    @Test
    void piston_thatReachesIntoAHeldChunk_waitsForIt() {
        client.session.viewpoint(8, 64, 8);
        client.congest();
        client.send(TestPacket.chunk(1, 0, 6_000));
        send("piston", event(15, 8, PISTON, EAST));
        send("own chunk", update(3, 3));
        client.drain();
        assertEquals(List.of("chunk 1 0", "piston", "own chunk"), client.writtenLabels());
    }

    @Test
    void chest_ofAHeldChunk_keepsTheNextChunkFromNothing() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        send("chest", event(15, 8, CHEST, EAST));
        send("update", update(16, 8));
        client.drain();
        assertEquals(List.of("update", "chunk 0 0", "chest"), client.writtenLabels());
    }

    @Test
    void classify_pistonAtTheEdge_ownsItsChunkAndTheOneItReachesInto() {
        assertEquals(owning(0, 0, 1, 0), keys(event(15, 8, PISTON, EAST)));
        assertEquals(owning(0, 0, -1, 0), keys(event(0, 8, PISTON, WEST)));
        assertEquals(owning(0, 0, 0, 1), keys(event(8, 15, PISTON, SOUTH)));
        assertEquals(owning(0, 0, 0, -1), keys(event(8, 0, PISTON, NORTH)));
        assertEquals(owning(-1, -1, 0, -1), keys(event(-1, -8, PISTON, EAST)));
    }

    /** Twelve blocks in a row move by one. */
    @Test
    void classify_piston_reachesThirteenBlocks() {
        assertEquals(owning(0, 0), keys(event(2, 8, PISTON, EAST)));
        assertEquals(owning(0, 0, 1, 0), keys(event(3, 8, PISTON, EAST)));
        assertEquals(owning(0, 0), keys(event(13, 8, PISTON, WEST)));
        assertEquals(owning(0, 0, -1, 0), keys(event(12, 8, PISTON, WEST)));
    }

    @Test
    void classify_pistonThatLooksAnotherWay_ownsItsChunkAlone() {
        assertEquals(owning(0, 0), keys(event(15, 8, PISTON, UP)));
        assertEquals(owning(0, 0), keys(event(15, 8, PISTON, DOWN)));
        assertEquals(owning(0, 0), keys(event(15, 8, PISTON, WEST)));
    }

    @Test
    void classify_anyOtherBlock_ownsItsChunkAlone() {
        assertEquals(owning(0, 0), keys(event(15, 8, CHEST, EAST)));
    }

    @Test
    void classify_piston_isAboutItsOwnBlock() {
        Message message = known(event(15, 8, PISTON, EAST));
        assertEquals(new Target.ChunkTarget(0, 0), message.target());
        assertTrue(Objects.requireNonNull(message.edit()).isWithin(0, 15, 64, 8));
    }

    @Test
    void classify_whereNoBlockCanBeRead_ownsItsChunkAlone() {
        Extractor unsure = ServerPackets.plainly("block_event", ClientboundBlockEventPacket.class);
        assertEquals(owning(0, 0), unsure.extract(event(15, 8, PISTON, EAST)).keys());
    }

    private void send(String label, Object packet) {
        client.send(new TestPacket(label, 16, known(packet)));
    }

    private List<Message.Key> keys(Object packet) {
        return known(packet).keys();
    }

    private Message known(Object packet) {
        return Objects.requireNonNull(classifier.classify(packet));
    }

    /** The keys of chunks, by pairs of x and z. */
    private static List<Message.Key> owning(int... chunks) {
        Message.Key[] keys = new Message.Key[chunks.length / 2];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = new Message.Key(OrderingKey.chunk(chunks[2 * i], chunks[2 * i + 1]), KeyMode.EXCLUSIVE);
        }
        return Arrays.asList(keys);
    }

    private static ClientboundBlockEventPacket event(int x, int z, Block block, int facing) {
        return new ClientboundBlockEventPacket(new BlockPos(x, 64, z), RETRACTS, facing, block);
    }

    private static ClientboundBlockUpdatePacket update(int x, int z) {
        return new ClientboundBlockUpdatePacket(new BlockPos(x, 64, z), new BlockState(0));
    }
}
