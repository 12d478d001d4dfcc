package dev.sluice.testbed.player;

import dev.sluice.testbed.net.NettyConnection;
import dev.sluice.testbed.plugin.HostedPlayer;
import dev.sluice.testbed.plugin.PluginHost;
import dev.sluice.testbed.push.PushQueue;
import dev.sluice.testbed.push.PushQueue.ChunkAt;
import dev.sluice.testbed.push.PushRate;
import io.netty.channel.Channel;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.kyori.adventure.audience.Audience;
import net.minestom.server.coordinate.ChunkRange;
import net.minestom.server.entity.Entity;
import net.minestom.server.entity.GameMode;
import net.minestom.server.entity.Player;
import net.minestom.server.instance.Chunk;
import net.minestom.server.network.packet.server.SendablePacket;
import net.minestom.server.network.packet.server.play.JoinGamePacket;
import net.minestom.server.network.packet.server.play.UnloadChunkPacket;
import net.minestom.server.network.player.GameProfile;

/** A player whose chunks are pushed as Paper pushes them, and whom the plugin's host sees. */
public final class GamePlayer extends Player implements HostedPlayer {
    private final NettyConnection connection;
    private final PluginHost host;
    private final Settings settings;
    private final PushQueue queue = new PushQueue();
    private final PushRate rate;
    private volatile int sendDistance;

    /**
     * What all players share.
     *
     * @param viewDistance in chunks
     * @param chunksPerSecond at which chunks are pushed
     * @param playBegan called on the main thread when the play phase began, before anything else is sent
     */
    public record Settings(int viewDistance, double chunksPerSecond, Consumer<Player> playBegan) {}

    public GamePlayer(NettyConnection connection, GameProfile profile, PluginHost host, Settings settings) {
        super(connection, profile);
        this.connection = connection;
        this.host = host;
        this.settings = settings;
        this.sendDistance = settings.viewDistance();
        this.rate = new PushRate(settings.chunksPerSecond(), System.nanoTime());
        setGameMode(GameMode.CREATIVE);
    }

    public NettyConnection connection() {
        return connection;
    }

    @Override
    public CompletableFuture<Void> UNSAFE_init() {
        connection.host(host.connect(this));
        return super.UNSAFE_init();
    }

    @Override
    public void sendChunk(Chunk chunk) {
        if (chunk.isLoaded()) {
            queue.add(new ChunkAt(chunk.getChunkX(), chunk.getChunkZ()));
        }
    }

    @Override
    public void sendPacket(SendablePacket packet) {
        switch (packet) {
            case UnloadChunkPacket unload when queue.cancel(new ChunkAt(unload.chunkX(), unload.chunkZ())) -> {}
            case JoinGamePacket join -> {
                super.sendPacket(unsigned(join));
                settings.playBegan().accept(this);
            }
            default -> super.sendPacket(packet);
        }
    }

    @Override
    public void update(long time) {
        super.update(time);
        if (!isRemoved()) {
            pushChunks();
        }
    }

    @Override
    public void updateNewViewer(Player player) {
        Viewers.bundled(player, () -> super.updateNewViewer(player));
    }

    @Override
    public void remove(boolean permanent) {
        queue.clear();
        super.remove(permanent);
    }

    @Override
    public int effectiveViewDistance() {
        return Math.min(getSettings().viewDistance(), sendDistance);
    }

    @Override
    public UUID uuid() {
        return getUuid();
    }

    @Override
    public String name() {
        return getUsername();
    }

    @Override
    public int entityId() {
        return getEntityId();
    }

    @Override
    public Position position() {
        var at = getInstance() == null ? getRespawnPoint() : getPosition();
        return new Position(at.x(), at.y(), at.z(), at.yaw(), at.pitch());
    }

    @Override
    public OptionalInt vehicleId() {
        Entity ridden = getVehicle();
        return ridden == null ? OptionalInt.empty() : OptionalInt.of(ridden.getEntityId());
    }

    @Override
    public OptionalInt targetId(int maxBlocks) {
        Entity target = getLineOfSightEntity(maxBlocks, entity -> entity != this);
        return target == null ? OptionalInt.empty() : OptionalInt.of(target.getEntityId());
    }

    @Override
    public int pingMillis() {
        return getLatency();
    }

    @Override
    public Channel channel() {
        return connection.channel();
    }

    @Override
    public Audience audience() {
        return this;
    }

    @Override
    public boolean operator() {
        return true;
    }

    @Override
    public int viewDistance() {
        return settings.viewDistance();
    }

    @Override
    public void sendViewDistance(int chunks) {
        scheduleNextTick(self -> changeDistance(chunks < 0 ? settings.viewDistance() : chunks));
    }

    private void changeDistance(int chunks) {
        if (instance == null) {
            return; // it has left since
        }
        int before = effectiveViewDistance();
        sendDistance = Math.min(chunks, settings.viewDistance());
        int after = effectiveViewDistance();
        ChunkAt centre = centre();
        ChunkRange.chunksInRange(centre.x(), centre.z(), Math.max(before, after), (x, z) -> {
            int distance = Math.max(Math.abs(x - centre.x()), Math.abs(z - centre.z()));
            if (distance > after) {
                sendPacket(new UnloadChunkPacket(x, z));
            } else if (distance > before) {
                var _ = instance.loadOptionalChunk(x, z).thenAccept(this::sendChunk);
            }
        });
    }

    private void pushChunks() {
        int due = rate.take(System.nanoTime(), queue.size());
        ChunkAt centre = centre();
        while (due > 0) {
            var next = queue.pollNearest(centre);
            if (next.isEmpty()) {
                return;
            }
            due -= push(next.get(), centre) ? 1 : 0;
        }
    }

    /** Returns whether the chunk was sent: one that loaded after the player had moved on is not. */
    private boolean push(ChunkAt at, ChunkAt centre) {
        int range = effectiveViewDistance();
        if (Math.abs(at.x() - centre.x()) > range || Math.abs(at.z() - centre.z()) > range) {
            return false;
        }
        Chunk chunk = instance.getChunk(at.x(), at.z());
        if (chunk == null) {
            return false;
        }
        super.sendPacket(chunk.getFullDataPacket());
        return true;
    }

    private ChunkAt centre() {
        return new ChunkAt(getPosition().chunkX(), getPosition().chunkZ());
    }

    /** The same, without asking clients to sign their chat, which they cannot do without an account. */
    private static JoinGamePacket unsigned(JoinGamePacket join) {
        return new JoinGamePacket(
                join.entityId(),
                join.isHardcore(),
                join.worlds(),
                join.maxPlayers(),
                join.viewDistance(),
                join.simulationDistance(),
                join.reducedDebugInfo(),
                join.enableRespawnScreen(),
                join.doLimitedCrafting(),
                join.dimensionType(),
                join.world(),
                join.hashedSeed(),
                join.gameMode(),
                join.previousGameMode(),
                join.isDebug(),
                join.isFlat(),
                join.deathLocation(),
                join.portalCooldown(),
                join.seaLevel(),
                false);
    }
}
