package dev.sluice.protocollib;

import dev.sluice.engine.TestPacket;
import net.minecraft.network.protocol.game.ClientboundForgetLevelChunkPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheCenterPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheRadiusPacket;
import net.minecraft.world.level.ChunkPos;
import org.junit.jupiter.api.Test;

/** A client ignores the unload of a chunk that its view has left. */
final class ViewPacketsTest {

    private final ServerSession server = new ServerSession(
            ClientboundForgetLevelChunkPacket.class,
            ClientboundSetChunkCacheCenterPacket.class,
            ClientboundSetChunkCacheRadiusPacket.class);

    @Test
    void viewCentre_movedFarAway_takesAlongTheUnloadsBeforeIt() {
        unloadWhileCongested();
        server.send("centre", new ClientboundSetChunkCacheCenterPacket(0, 0));
        server.assertWritten("unload", "centre");
    }

    @Test
    void viewRadius_shrunk_takesAlongTheUnloadsBeforeIt() {
        unloadWhileCongested();
        server.send("radius", new ClientboundSetChunkCacheRadiusPacket(4));
        server.assertWritten("unload", "radius");
    }

    private void unloadWhileCongested() {
        server.client.send(TestPacket.chunk(12, 0, 100));
        server.client.congest();
        server.send("unload", new ClientboundForgetLevelChunkPacket(new ChunkPos(12, 0)));
    }
}
