package dev.sluice.e2e;

import dev.sluice.testbed.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import net.minestom.server.MinecraftServer;
import net.minestom.server.coordinate.BlockVec;
import net.minestom.server.coordinate.Point;
import net.minestom.server.entity.Player;
import net.minestom.server.event.Event;
import net.minestom.server.event.EventNode;
import net.minestom.server.event.player.PlayerBlockBreakEvent;
import net.minestom.server.event.player.PlayerBlockInteractEvent;
import net.minestom.server.instance.block.Block;
import net.minestom.server.network.packet.server.play.BlockChangePacket;
import net.minestom.server.timer.TaskSchedule;

/**
 * A player digs a block and clicks on another while the world comes at 1 Mbit/s. Something far away changes many blocks just
 * after each act, and a moment later the server answers with one more change beside it, as a door answers a button: without
 * an acknowledgement that would take it along.
 */
final class BuildingScenario {
    /** Blocks changed elsewhere with each act. */
    static final int FLOOD = 3_000;

    private static final int VIEW_DISTANCE = 8;
    private static final int CHUNKS_FIRST = 25;
    private static final int FLOOD_TICKS_LATER = 2;
    private static final int ANSWER_TICKS_LATER = 4;
    private static final String NAME = "Bob";

    /** Where the flood is, from the player: out of reach, in a chunk that the client has. */
    private static final int FAR_BLOCKS = 14;

    /**
     * One act and what came of it.
     *
     * @param acted when the client did it
     * @param answered when the server did, and how many blocks it had changed elsewhere before
     * @param answer when the client got it
     */
    record Act(Watcher.Happened acted, Watcher.Happened answered, Watcher.Happened answer) {}

    /**
     * What came of it.
     *
     * @param dug when the client saw its block gone
     * @param chunks how many the client had when all was done
     */
    record Outcome(Act dig, Watcher.Happened dug, Act click, int chunks) {}

    /** When each answer was given, by its block. */
    private final Map<BlockVec, Watcher.Happened> answers = new ConcurrentHashMap<>();

    /** Blocks changed elsewhere so far. Main thread. */
    private int changedElsewhere;

    private BuildingScenario() {}

    /** Plays it in this JVM, and leaves the client's record in {@code folder}. */
    static Outcome play(Path folder) throws IOException, InterruptedException {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, "budget: 125KB/s\n");
        return new BuildingScenario().play(config, folder);
    }

    private Outcome play(Path config, Path folder) throws IOException, InterruptedException {
        try (EmbeddedServer server = EmbeddedServer.start(QuietServer.options(config, VIEW_DISTANCE));
                Watcher bob = Watcher.join(server.port(), NAME, VIEW_DISTANCE, folder)) {
            EventNode<Event> node = MinecraftServer.getGlobalEventHandler();
            var _ = node.addListener(
                    PlayerBlockBreakEvent.class, event -> answer(event.getPlayer(), event.getBlockPosition()));
            var _ = node.addListener(
                    PlayerBlockInteractEvent.class, event -> answer(event.getPlayer(), event.getBlockPosition()));
            bob.awaitChunks(CHUNKS_FIRST);
            BlockVec ground = ground();
            BlockVec wall = ground.add(0, 0, 2);
            Watcher.Happened digging = bob.dig(ground);
            Watcher.Happened dug = bob.awaitEdit(ground);
            Act dig = act(bob, digging, ground);
            Act click = act(bob, bob.click(wall), wall);
            int chunks = bob.leave().get("chunkCount").getAsInt();
            return new Outcome(dig, dug, click, chunks);
        }
    }

    private Act act(Watcher bob, Watcher.Happened acted, BlockVec block) throws InterruptedException {
        BlockVec beside = beside(block);
        Watcher.Happened answer = bob.awaitEdit(beside);
        return new Act(acted, Objects.requireNonNull(answers.get(beside)), answer);
    }

    /** Main thread. */
    private void answer(Player player, Point act) {
        BlockVec beside = beside(act.asBlockVec());
        var _ = MinecraftServer.getSchedulerManager()
                .buildTask(() -> flood(player))
                .delay(TaskSchedule.tick(FLOOD_TICKS_LATER))
                .schedule();
        var _ = MinecraftServer.getSchedulerManager()
                .buildTask(() -> {
                    answers.put(beside, new Watcher.Happened(System.nanoTime(), changedElsewhere));
                    player.sendPacket(new BlockChangePacket(beside, Block.OAK_DOOR));
                })
                .delay(TaskSchedule.tick(ANSWER_TICKS_LATER))
                .schedule();
    }

    private void flood(Player player) {
        BlockVec far = player.getPosition().asBlockVec().add(-FAR_BLOCKS, 0, 0);
        for (int i = 0; i < FLOOD; i++) {
            player.sendPacket(new BlockChangePacket(far.add(0, i % 4, 0), i % 2 == 0 ? Block.STONE : Block.DIRT));
        }
        changedElsewhere += FLOOD;
    }

    private static BlockVec beside(BlockVec block) {
        return block.add(1, 0, 0);
    }

    private static BlockVec ground() {
        Player player =
                Objects.requireNonNull(MinecraftServer.getConnectionManager().getOnlinePlayerByUsername(NAME));
        return player.getPosition().asBlockVec().add(0, -1, 0);
    }
}
