package dev.sluice.testbed.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.Deflater;
import net.minestom.server.MinecraftServer;
import net.minestom.server.instance.InstanceContainer;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.server.SendablePacket;
import net.minestom.server.network.packet.server.play.ChunkDataPacket;
import net.minestom.server.world.DimensionType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class TerrainTest {
    private static final int SIDE = 12;

    @BeforeAll
    static void registries() {
        if (MinecraftServer.process() == null) {
            MinecraftServer.updateProcess();
        }
    }

    @Test
    void chunk_sameSeed_isTheSameToTheByte() {
        assertArrayEquals(bytes(7, WorldKind.MIXED, 5, -9), bytes(7, WorldKind.MIXED, 5, -9));
    }

    @Test
    void chunk_otherSeed_isAnother() {
        assertFalse(Arrays.equals(bytes(7, WorldKind.NATURAL, 0, 0), bytes(8, WorldKind.NATURAL, 0, 0)));
    }

    @Test
    void natural_deflatedChunks_areAsLargeAsVanillas() {
        int[] sizes = sizes(WorldKind.NATURAL);

        assertTrue(sizes[0] >= 2_000, () -> "smallest: " + sizes[0]);
        assertTrue(
                sizes[sizes.length / 2] >= 3_500 && sizes[sizes.length / 2] <= 5_500,
                () -> "median: " + sizes[sizes.length / 2]);
        assertTrue(sizes[sizes.length - 1] <= 8_500, () -> "largest: " + sizes[sizes.length - 1]);
    }

    @Test
    void dense_deflatedChunks_areAsLargeAsWithAntiXray() {
        int[] sizes = sizes(WorldKind.DENSE);

        assertTrue(sizes[0] >= 12_000, () -> "smallest: " + sizes[0]);
        assertTrue(sizes[sizes.length - 1] >= 25_000, () -> "largest: " + sizes[sizes.length - 1]);
        assertTrue(sizes[sizes.length - 1] <= 33_000, () -> "largest: " + sizes[sizes.length - 1]);
    }

    @Test
    void mixed_oneView_holdsBothKinds() {
        int[] sizes = sizes(WorldKind.MIXED);

        assertTrue(sizes[0] < 5_000 && sizes[sizes.length - 1] > 15_000, () -> Arrays.toString(sizes));
    }

    @Test
    void standingHeight_anywhere_isAboveTheSea() {
        TerrainLoader loader = new TerrainLoader(3, WorldKind.NATURAL);
        for (int x = -500; x < 500; x += 7) {
            int column = x;
            assertTrue(loader.standingHeight(x, 11) > Terrain.SEA_LEVEL, () -> "at " + column);
        }
        assertEquals(loader.standingHeight(8, 8), new TerrainLoader(3, WorldKind.NATURAL).standingHeight(8, 8));
    }

    private static int[] sizes(WorldKind kind) {
        int[] sizes = new int[SIDE * SIDE];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = deflated(bytes(1, kind, i % SIDE - SIDE / 2, i / SIDE - SIDE / 2));
        }
        Arrays.sort(sizes);
        return sizes;
    }

    private static byte[] bytes(long seed, WorldKind kind, int x, int z) {
        TerrainLoader loader = new TerrainLoader(seed, kind);
        InstanceContainer world =
                MinecraftServer.getInstanceManager().createInstanceContainer(DimensionType.OVERWORLD, loader);
        ChunkDataPacket packet = (ChunkDataPacket) SendablePacket.extractServerPacket(
                ConnectionState.PLAY, loader.loadChunk(world, x, z).getFullDataPacket());
        MinecraftServer.getInstanceManager().unregisterInstance(world);
        return NetworkBuffer.makeArray(ChunkDataPacket.SERIALIZER, packet, MinecraftServer.process());
    }

    private static int deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        int size = deflater.deflate(new byte[plain.length]);
        deflater.end();
        return size;
    }
}
