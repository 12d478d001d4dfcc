package dev.sluice.engine.packet;

import java.util.UUID;

/**
 * Keys along which messages must stay in order, packed into a long: a domain in the top byte, an identity below.
 * Two messages that share a key, at least one of them exclusively, never overtake each other.
 */
public final class OrderingKey {

    private static final int DOMAIN_SHIFT = 56;
    private static final long IDENTITY_MASK = (1L << DOMAIN_SHIFT) - 1;

    /** No key at all. */
    public static final long NONE = 0;

    /** The chat stream (H16): messages and deletions. */
    public static final long CHAT = of(3, 0);

    /** Every block edit (H25); the acknowledgement of the player's own edits is its barrier. */
    public static final long EDITS = of(4, 0);

    /** Batches of chunks: chunks share it, the start and the end of a batch own it (H12). */
    public static final long CHUNK_BATCH = of(6, 0);

    /** Teams, objectives and scores. */
    public static final long SCOREBOARD = of(7, 0);

    /** What the interface shows and newer messages replace: the action bar and lines of chat that overlay it, tab list, boss bars. */
    public static final long INTERFACE = of(8, 0);

    /** Sounds and songs share it; what stops them owns it. */
    public static final long SOUND = of(9, 0);

    /** The player list: what changes it shares it; what shows the player itself anew, by what the list says then, owns it. */
    public static final long PLAYER_LIST = of(13, 0);

    /**
     * The client's view (H9): unloads share it, its centre and its radius own it. A client ignores the unload of a chunk that is out of
     * its range, so that Paper sends both behind the unloads.
     */
    public static final long VIEW = of(14, 0);

    private OrderingKey() {}

    /** The chunk at chunk coordinates {@code x, z}, each in [-2^27, 2^27). */
    public static long chunk(int x, int z) {
        return of(1, ((x & 0xFFF_FFFFL) << 28) | (z & 0xFFF_FFFFL));
    }

    /** The entity with the given network id. */
    public static long entity(int entityId) {
        return of(2, entityId & 0xFFFF_FFFFL);
    }

    /**
     * The profile with the given UUID, for who appears with it: spawns share it, what adds it to the player list or takes it
     * from there owns it (H26). Folded to 56 bits: a collision only orders more than needed.
     */
    public static long profile(UUID id) {
        return of(5, folded(id));
    }

    /**
     * The same profile, for what its player says: signed lines share it, what changes how the client checks them owns it
     * (H16, H26). Apart from {@link #profile}, as no line of chat waits for a spawn.
     */
    public static long speaker(UUID id) {
        return of(10, folded(id));
    }

    /** The same profile, for what the player list shows of it: each update owns it. No line and no spawn waits for that. */
    public static long listing(UUID id) {
        return of(11, folded(id));
    }

    /** Whether the key names a chunk. */
    public static boolean isChunk(long key) {
        return key >>> DOMAIN_SHIFT == 1;
    }

    /** Whether the key names an entity. */
    public static boolean isEntity(long key) {
        return key >>> DOMAIN_SHIFT == 2;
    }

    /** Whether the key names a profile for who appears with it. */
    public static boolean isProfile(long key) {
        return key >>> DOMAIN_SHIFT == 5;
    }

    /** Whether the key names an entity for what it has cast out to fish. */
    public static boolean isAngler(long key) {
        return key >>> DOMAIN_SHIFT == 12;
    }

    /** Whether what the key names is gone with the client's world: chunks, entities, edits. */
    public static boolean isOfTheWorld(long key) {
        return isChunk(key) || isEntity(key) || isAngler(key) || key == EDITS || key == CHUNK_BATCH;
    }

    /** The chunk's x of a chunk key. */
    public static int chunkX(long key) {
        return (int) (key << 8 >> 36);
    }

    /** The chunk's z of a chunk key. */
    public static int chunkZ(long key) {
        return (int) (key << 36 >> 36);
    }

    /** The entity's network id of an entity key. */
    public static int entityId(long key) {
        return (int) key;
    }

    /**
     * The entity with the given network id, for what it has cast out to fish: a player's spawn owns it, the spawn of a fishing
     * bobber shares its owner's, and its removal owns that. Apart from {@link #entity}: a bobber whose chunk is held must not keep
     * its owner from moving.
     */
    public static long angler(int entityId) {
        return of(12, entityId & 0xFFFF_FFFFL);
    }

    private static long folded(UUID id) {
        return (id.getMostSignificantBits() * 31 + id.getLeastSignificantBits()) & IDENTITY_MASK;
    }

    private static long of(int domain, long identity) {
        return ((long) domain << DOMAIN_SHIFT) | identity;
    }
}
