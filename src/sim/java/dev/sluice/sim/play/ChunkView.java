package dev.sluice.sim.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chunks around a player, as the server sees them: what it still has to send, nearest first, and what it believes
 * to be on the client. Confined to one player's simulation.
 */
final class ChunkView {

    /** A chunk that the server has sent. */
    static final class Sent {
        final int x;
        final int z;

        /** Whether it has gone out, so that what belongs to it need not wait. */
        boolean written;

        Sent(int x, int z) {
            this.x = x;
            this.z = z;
        }
    }

    private record Wanted(int x, int z) {}

    private final int radius;
    private final Map<Wanted, Sent> sent = new HashMap<>();

    /** The farthest first, so that the nearest is taken from the end. */
    private final List<Wanted> wanted = new ArrayList<>();

    private int centreX;
    private int centreZ;

    ChunkView(int radius) {
        this.radius = radius;
        want();
    }

    int chunks() {
        return (2 * radius + 1) * (2 * radius + 1);
    }

    boolean isCentre(int x, int z) {
        return x == centreX && z == centreZ;
    }

    /** Moves the centre; returns what the client is to forget. */
    Collection<Sent> moveTo(int x, int z) {
        centreX = x;
        centreZ = z;
        List<Sent> left = new ArrayList<>();
        for (Sent chunk : sent.values()) {
            if (!isInside(chunk.x, chunk.z)) {
                left.add(chunk);
            }
        }
        left.sort(Comparator.<Sent>comparingInt(chunk -> chunk.x).thenComparingInt(chunk -> chunk.z));
        for (Sent chunk : left) {
            sent.remove(new Wanted(chunk.x, chunk.z));
        }
        want();
        return left;
    }

    /** The nearest chunk that was not sent yet, which counts as sent from now on. */
    @Nullable
    Sent nextToSend() {
        if (wanted.isEmpty()) {
            return null;
        }
        Wanted nearest = wanted.removeLast();
        Sent chunk = new Sent(nearest.x(), nearest.z());
        sent.put(nearest, chunk);
        return chunk;
    }

    @Nullable
    Sent find(int x, int z) {
        return sent.get(new Wanted(x, z));
    }

    private boolean isInside(int x, int z) {
        return Math.abs(x - centreX) <= radius && Math.abs(z - centreZ) <= radius;
    }

    private void want() {
        wanted.clear();
        for (int x = centreX - radius; x <= centreX + radius; x++) {
            for (int z = centreZ - radius; z <= centreZ + radius; z++) {
                Wanted chunk = new Wanted(x, z);
                if (!sent.containsKey(chunk)) {
                    wanted.add(chunk);
                }
            }
        }
        wanted.sort(Comparator.comparingInt(this::distanceSquared)
                .thenComparingInt(Wanted::x)
                .thenComparingInt(Wanted::z)
                .reversed());
    }

    private int distanceSquared(Wanted chunk) {
        int dx = chunk.x() - centreX;
        int dz = chunk.z() - centreZ;
        return dx * dx + dz * dz;
    }
}
