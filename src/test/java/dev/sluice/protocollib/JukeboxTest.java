package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.util.List;
import net.minecraft.core.BlockPos;
import net.minecraft.network.protocol.game.ClientboundLevelEventPacket;
import net.minecraft.network.protocol.game.ClientboundStopSoundPacket;
import net.minestom.server.network.packet.server.play.TickStepPacket;
import org.junit.jupiter.api.Test;

/** A jukebox plays for minutes what nobody stops. */
final class JukeboxTest {

    private static final int SONG = 1010;
    private static final int BROKEN_BLOCK = 2001;

    /** Of what nobody reads the fields of. */
    private static final ClientboundStopSoundPacket STOP = new ClientboundStopSoundPacket(new TickStepPacket(1));

    private final ServerSession server =
            new ServerSession(ClientboundLevelEventPacket.class, ClientboundStopSoundPacket.class);

    @Test
    void stop_songHeld_comesAfterIt() {
        server.client.congest();
        server.send("song", event(SONG));
        server.send("stop", STOP);
        assertEquals(List.of("song", "stop"), server.client.writtenLabels());
    }

    /** Which is over in a moment. */
    @Test
    void stop_anotherEventHeld_takesNothingAlong() {
        server.client.congest();
        server.send("event", event(BROKEN_BLOCK));
        server.send("stop", STOP);
        assertEquals(List.of("stop"), server.client.writtenLabels());
    }

    @Test
    void song_ofAHeldChunkThatIsUnloaded_isNotPlayed() {
        server.client.congest();
        server.client.send(TestPacket.chunk(0, 0, 6_000));
        server.send("song", event(SONG));
        server.client.send(TestPacket.unload(0, 0));
        server.client.drain();
        assertEquals(List.of(), server.client.writtenLabels());
    }

    @Test
    void classify_whereNoTypeCanBeRead_isInOrderWithItsChunkAlone() {
        Extractor unsure = ServerPackets.plainly("level_event", ClientboundLevelEventPacket.class);
        assertEquals(
                List.of(new Message.Key(OrderingKey.chunk(0, 0), KeyMode.EXCLUSIVE)),
                unsure.extract(event(SONG)).keys());
    }

    private static ClientboundLevelEventPacket event(int type) {
        return new ClientboundLevelEventPacket(type, new BlockPos(8, 64, 8), 3, false);
    }
}
