package dev.sluice.sim.play;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.priority.Target;
import dev.sluice.sim.SimClient;
import dev.sluice.sim.SimPacket;
import java.util.SplittableRandom;

/**
 * The traffic of one player, tick by tick: a view that is loaded and then walked through, creatures that move in every
 * tick and come and go at the edge of what is tracked, block edits, sounds, scores, and what is the player's own. Confined
 * to one player's simulation.
 */
public final class PlayerTraffic {

    static final double GROUND_Y = 64;

    private static final int TICKS_PER_SECOND = 20;
    private static final int FIRST_STAND_TICKS = 30 * TICKS_PER_SECOND;

    /** A creature's own packets: how often in a tick, and every how many ticks its whole position. */
    private static final double HEADS_PER_TICK = 0.3;

    private static final double DATA_PER_TICK = 0.02;
    private static final int SYNC_TICKS = 400;

    private static final double EDITS_PER_TICK = 0.1;
    private static final double SECTION_EDITS_PER_TICK = 0.02;
    private static final double OWN_EDITS_PER_TICK = 0.05;
    private static final double SOUNDS_PER_TICK = 0.2;
    private static final double PARTICLES_PER_TICK = 0.2;
    private static final double SCORES_PER_TICK = 0.1;
    private static final double OWN_STATE_PER_TICK = 0.2;

    /** Sizes on the wire of what has no size of its own. */
    private static final int SPAWN_BYTES = 150;

    private static final int EDIT_REACH_CHUNKS = 4;
    private static final int ACT_REACH_BLOCKS = 4;
    private static final int SECTION_BLOCKS = 16;

    private final TrafficPlan plan;
    private final SplittableRandom random;
    private final SimClient client;
    private final PlayerPosition position;
    private final ChunkView view;
    private final ChunkSizes sizes;
    private final Herd herd;
    private double chunkCredit;
    private long tick;

    public PlayerTraffic(TrafficPlan plan, SplittableRandom random, SimClient client) {
        this.plan = plan;
        this.random = random;
        this.client = client;
        this.position = new PlayerPosition(random.split(), FIRST_STAND_TICKS + random.nextInt(TICKS_PER_SECOND));
        this.view = new ChunkView(plan.viewDistance());
        this.sizes = new ChunkSizes(random.split(), plan.denseShare());
        this.herd = new Herd(plan.entities(), random.split());
    }

    /** How many chunks the first view has. */
    public int firstChunks() {
        return view.chunks();
    }

    /** One tick of the server. */
    public void tick() {
        tick++;
        walk();
        sendChunks();
        announceCreatures();
        moveCreatures();
        edit();
        if (chance(SOUNDS_PER_TICK)) {
            send(Messages.SOUND, 36);
        }
        if (chance(PARTICLES_PER_TICK)) {
            send(Messages.PARTICLES, 60);
        }
        if (chance(SCORES_PER_TICK)) {
            send(Messages.SCORE, random.nextInt(30, 70));
        }
        if (chance(OWN_STATE_PER_TICK)) {
            send(Messages.OWN_STATE, random.nextInt(8, 40));
        }
    }

    /** A line of chat. */
    public void chat() {
        send(Messages.CHAT, random.nextInt(60, 260));
    }

    /** Hears that a packet has gone out. */
    public void written(SimPacket packet) {
        MessageType type = packet.message().type();
        if (type.equals(PlayTypes.CHUNK) && packet.message().target() instanceof Target.ChunkTarget(int x, int z)) {
            ChunkView.Sent chunk = view.find(x, z);
            if (chunk != null) {
                chunk.written = true;
            }
        } else if (type.equals(PlayTypes.SPAWN) && packet.message().target() instanceof Target.EntityTarget(int id)) {
            herd.written(id);
        }
    }

    /** Whether a packet is a chunk's data. */
    public static boolean isChunk(SimPacket packet) {
        return packet.message().type().equals(PlayTypes.CHUNK);
    }

    private void walk() {
        position.tick();
        client.session().viewpoint(position.x(), GROUND_Y, position.z());
        int x = position.chunkX();
        int z = position.chunkZ();
        if (view.isCentre(x, z)) {
            return;
        }
        for (ChunkView.Sent left : view.moveTo(x, z)) {
            send(Messages.unload(left.x, left.z), 11);
        }
        send(Messages.viewCentre(x, z), 8);
        for (Creature gone : herd.moveOn(position)) {
            if (gone.announced) {
                send(Messages.remove(gone.id), 6);
            }
        }
    }

    private void sendChunks() {
        double perTick = plan.chunksPerSecond() / TICKS_PER_SECOND;
        chunkCredit = Math.min(chunkCredit + perTick, perTick + 1);
        while (chunkCredit >= 1) {
            ChunkView.Sent chunk = view.nextToSend();
            if (chunk == null) {
                return;
            }
            chunkCredit--;
            int bytes = sizes.next();
            send(Messages.chunk(chunk.x, chunk.z, sizes.estimate(bytes)), bytes);
        }
    }

    private void announceCreatures() {
        for (Creature creature : herd.unannounced()) {
            ChunkView.Sent chunk =
                    view.find(PlayerPosition.chunkOf(creature.spawnX), PlayerPosition.chunkOf(creature.spawnZ));
            if (chunk != null) {
                creature.announced = true;
                Message spawn = Messages.spawn(creature.id, creature.spawnX, GROUND_Y, creature.spawnZ);
                client.offer(new SimPacket(spawn, SPAWN_BYTES, chunk.written));
            }
        }
    }

    private void moveCreatures() {
        for (Creature creature : herd.all()) {
            if (!creature.announced) {
                continue;
            }
            boolean free = creature.written;
            if ((tick + creature.id) % SYNC_TICKS == 0) {
                client.offer(new SimPacket(creature.sync(), 62, free));
            } else {
                client.offer(new SimPacket(creature.move(random), 14, free));
            }
            if (chance(HEADS_PER_TICK)) {
                client.offer(new SimPacket(creature.head(random), 6, free));
            }
            if (chance(DATA_PER_TICK)) {
                client.offer(new SimPacket(creature.data(random), 12, free));
            }
        }
    }

    private void edit() {
        if (chance(EDITS_PER_TICK)) {
            editElsewhere(PlayTypes.EDIT, 14, 1);
        }
        if (chance(SECTION_EDITS_PER_TICK)) {
            editElsewhere(PlayTypes.EDITS, random.nextInt(20, 120), SECTION_BLOCKS);
        }
        if (chance(OWN_EDITS_PER_TICK)) {
            act();
        }
    }

    /** Something within a few chunks changes, near the player or not. */
    private void editElsewhere(MessageType type, int bytes, int side) {
        int x = position.chunkX() + random.nextInt(-EDIT_REACH_CHUNKS, EDIT_REACH_CHUNKS + 1);
        int z = position.chunkZ() + random.nextInt(-EDIT_REACH_CHUNKS, EDIT_REACH_CHUNKS + 1);
        int first = SECTION_BLOCKS - side + 1;
        EditPlace place = new EditPlace(
                SECTION_BLOCKS * x + random.nextInt(first),
                (int) GROUND_Y + random.nextInt(first),
                SECTION_BLOCKS * z + random.nextInt(first),
                side);
        ChunkView.Sent chunk = view.find(x, z);
        if (chunk != null) {
            client.offer(new SimPacket(Messages.edit(type, place), bytes, chunk.written));
        }
    }

    /** The player digs or places a block in a chunk that it has; the server changes the block and acknowledges. */
    private void act() {
        int x = (int) Math.floor(position.x()) + random.nextInt(-ACT_REACH_BLOCKS, ACT_REACH_BLOCKS + 1);
        int z = (int) Math.floor(position.z()) + random.nextInt(-ACT_REACH_BLOCKS, ACT_REACH_BLOCKS + 1);
        ChunkView.Sent chunk = view.find(PlayerPosition.chunkOf(x), PlayerPosition.chunkOf(z));
        if (chunk == null || !chunk.written) {
            return;
        }
        EditPlace block = new EditPlace(x, (int) GROUND_Y, z, 1);
        client.session().acted(block.x(), block.y(), block.z());
        client.offer(new SimPacket(Messages.edit(PlayTypes.EDIT, block), 14, true));
        send(Messages.EDIT_ACK, 6);
    }

    private void send(Message message, int bytes) {
        client.offer(new SimPacket(message, bytes, true));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
