package dev.sluice.oracle;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a client's level, kept as the vanilla client does (ClientChunkCache): in as many places as its range has chunks, by
 * coordinates modulo its width. What is out of range stays in its place, unseen, until another chunk takes that.
 */
final class ModelChunks {

    /** The client keeps chunks up to this far beyond its view distance and ignores the others. */
    private static final int MARGIN = 3;

    private static final int LEAST_RADIUS = 2;

    private final Consumer<String> violations;
    private int centreX;
    private int centreZ;

    /** The view distance. */
    private int radius;

    private @Nullable ModelChunk[] places;

    /** Where a chunk of before a respawn is gone because another one has taken its place. */
    private final boolean[] displaced = new boolean[Places.CHUNKS];

    ModelChunks(int radius, Consumer<String> violations) {
        this.violations = violations;
        this.radius = radius;
        places = new ModelChunk[width() * width()];
    }

    /** How far from the centre chunks are in range. */
    private int range() {
        return Math.max(LEAST_RADIUS, radius) + MARGIN;
    }

    private int width() {
        return 2 * range() + 1;
    }

    int centreX() {
        return centreX;
    }

    int centreZ() {
        return centreZ;
    }

    int radius() {
        return radius;
    }

    private int place(int x, int z) {
        return Math.floorMod(z, width()) * width() + Math.floorMod(x, width());
    }

    boolean inRange(int x, int z) {
        return Math.abs(x - centreX) <= range() && Math.abs(z - centreZ) <= range();
    }

    /** A chunk as the client shows it: what is out of its range is ignored. */
    @Nullable
    ModelChunk visible(int x, int z) {
        return inRange(x, z) ? kept(x, z) : null;
    }

    /** A chunk that the client has, in range or not. */
    @Nullable
    ModelChunk kept(int x, int z) {
        ModelChunk chunk = places[place(x, z)];
        return chunk != null && chunk.x == x && chunk.z == z ? chunk : null;
    }

    /** A chunk's data comes. */
    void load(ModelChunk chunk) {
        displaced[Places.index(chunk.x, chunk.z)] = false;
        if (inRange(chunk.x, chunk.z)) {
            put(chunk);
        }
    }

    private void put(ModelChunk chunk) {
        int place = place(chunk.x, chunk.z);
        ModelChunk before = places[place];
        if (before != null && !(before.x == chunk.x && before.z == chunk.z)) {
            lose(before);
            displaced[Places.index(before.x, before.z)] = true;
        }
        places[place] = chunk;
    }

    /** Whether a chunk of before a respawn is gone because another one, which may be gone itself, has taken its place. */
    boolean isDisplaced(int x, int z) {
        return displaced[Places.index(x, z)];
    }

    void unload(int x, int z) {
        if (visible(x, z) != null) {
            places[place(x, z)] = null;
        }
    }

    void centreOn(int x, int z) {
        centreX = x;
        centreZ = z;
    }

    /** Another radius is other places: what is out of its range is gone, but for the block entities, as nothing has unloaded it. */
    void radius(int newRadius) {
        int widthBefore = width();
        radius = newRadius;
        if (width() == widthBefore) {
            return;
        }
        @Nullable ModelChunk[] before = places;
        places = new ModelChunk[width() * width()];
        for (ModelChunk chunk : before) {
            if (chunk != null && inRange(chunk.x, chunk.z)) {
                put(chunk);
            } else if (chunk != null) {
                lose(chunk);
            }
        }
    }

    private void lose(ModelChunk chunk) {
        if (!chunk.leftOver) {
            violations.accept("chunk " + chunk.x + " " + chunk.z + " is lost without an unload");
        }
    }

    /** Another level. */
    void forget() {
        Arrays.fill(places, null);
        Arrays.fill(displaced, false);
        centreX = 0;
        centreZ = 0;
    }

    /** The same level goes on, without the server's knowledge of what is in it. */
    void leave() {
        for (ModelChunk chunk : places) {
            if (chunk != null) {
                chunk.leftOver = true;
            }
        }
    }

    /** No song plays any more. */
    void silence() {
        for (ModelChunk chunk : places) {
            if (chunk != null) {
                chunk.song = 0;
            }
        }
    }

    @Override
    public String toString() {
        return "centre " + centreX + " " + centreZ + ", radius " + radius;
    }

    /** Whether the view of another client is the same. */
    boolean sameView(ModelChunks other) {
        return centreX == other.centreX && centreZ == other.centreZ && radius == other.radius;
    }
}
