package dev.sluice.testbed.stamps;

import dev.sluice.testbed.player.Viewers;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.coordinate.Vec;
import net.minestom.server.entity.EntityType;
import net.minestom.server.entity.Player;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.common.PingPacket;
import net.minestom.server.network.packet.server.play.EntityPositionSyncPacket;
import net.minestom.server.network.packet.server.play.SpawnEntityPacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The measurable stream of {@code --stamps}. All times are {@link System#nanoTime()}, whose clock other processes on the
 * machine share.
 */
public final class Stamps implements AutoCloseable {
    /** The entity whose position sync carries the time, as the x of its motion. */
    public static final int ENTITY_ID = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);
    private static final int PING_MASK = 0x3fff_ffff;
    private static final int TICK_MILLIS = 50;

    private final Supplier<Collection<Player>> players;
    private final Pos place;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stamps").daemon().factory());
    private final AtomicBoolean pingDue = new AtomicBoolean();
    private long sequence;

    /**
     * Starts the chat stamps.
     *
     * @param players that are in the world
     * @param place of the stamped entity
     */
    public Stamps(Supplier<Collection<Player>> players, Pos place) {
        this.players = players;
        this.place = place;
        scheduleNext(1000);
    }

    /** The play phase of {@code player} begins. */
    public static void playBegan(Player player) {
        player.sendPacket(new SystemChatPacket(Component.text("T0:" + System.nanoTime()), false));
    }

    /** Shows the stamped entity to a player who just spawned. */
    public void spawned(Player player) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {1});
        Viewers.bundled(
                player,
                () -> player.sendPacket(
                        new SpawnEntityPacket(ENTITY_ID, id, EntityType.ARMOR_STAND, place, 0, 0, Vec.ZERO)));
    }

    /** To be called on the main thread once a tick has sent its packets. */
    public void tickEnded() {
        boolean ping = pingDue.getAndSet(false);
        for (Player player : players.get()) {
            if (player.getInstance() != null) {
                Vec stamp = new Vec(System.nanoTime(), 0, 0);
                player.sendPacket(new EntityPositionSyncPacket(ENTITY_ID, place, stamp, 0, 0, true));
                if (ping) {
                    player.sendPacket(new PingPacket((int) (System.nanoTime() / 1000 & PING_MASK)));
                }
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void chat() {
        sequence++;
        for (Player player : players.get()) {
            ServerPacket stamp = new SystemChatPacket(Component.text("S:" + sequence + ":" + System.nanoTime()), false);
            player.sendPacket(stamp);
        }
        pingDue.set(true);
    }

    /** The jitter keeps the stamps from falling on the same moment of every tick. */
    private void scheduleNext(long millis) {
        var _ = clock.schedule(
                () -> {
                    try {
                        chat();
                    } catch (RuntimeException e) {
                        LOG.warn("a chat stamp was not sent", e);
                    } finally {
                        scheduleNext(1000
                                - TICK_MILLIS / 2
                                + ThreadLocalRandom.current().nextInt(TICK_MILLIS));
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
    }
}
