package dev.sluice.testbed.world;

import net.minestom.server.instance.DynamicChunk;
import net.minestom.server.instance.Instance;
import net.minestom.server.network.packet.server.play.data.LightData;

/** A chunk with the light it was made with. */
final class LitChunk extends DynamicChunk {
    private final LightData light;

    LitChunk(Instance instance, int chunkX, int chunkZ, LightData light) {
        super(instance, chunkX, chunkZ);
        this.light = light;
    }

    @Override
    protected LightData createLightData(boolean requiredFullChunk) {
        return light;
    }
}
