package dev.sluice.oracle;

import java.util.Arrays;

/** A chunk as a client has it. */
final class ModelChunk {

    final int x;
    final int z;
    final int dataSerial;

    /** Whether the player has respawned in the same world since, and nobody has unloaded it. */
    boolean leftOver;

    final int[] blocks = new int[16];
    final int[] blockEntities = new int[8];
    int light;
    int biomes;

    /** What its jukebox plays, 0 for nothing. A client would play on when the chunk is gone. */
    int song;

    /** Everything that happened since its data, in order. */
    int history;

    /** The newest that was told of it, its data included. */
    int newest;

    ModelChunk(int x, int z, int dataSerial) {
        this.x = x;
        this.z = z;
        this.dataSerial = dataSerial;
        newest = dataSerial;
    }

    /** Notes that something happened. */
    void happened(int serial) {
        newest = Math.max(newest, serial);
        history = (history * 31 + serial) * 31 + Arrays.hashCode(blocks);
    }

    @Override
    public String toString() {
        return "data #" + dataSerial + ", blocks " + Arrays.toString(blocks) + ", block entities "
                + Arrays.toString(blockEntities) + ", light " + light + ", biomes " + biomes + ", song " + song
                + ", history "
                + Integer.toHexString(history);
    }

    boolean sameAs(ModelChunk other) {
        return dataSerial == other.dataSerial
                && history == other.history
                && light == other.light
                && biomes == other.biomes
                && song == other.song
                && Arrays.equals(blocks, other.blocks)
                && Arrays.equals(blockEntities, other.blockEntities);
    }
}
