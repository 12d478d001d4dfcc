package dev.sluice.testbed.report;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.testbed.player.GamePlayer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.minestom.server.network.packet.server.play.ChunkDataPacket;

/** Every client that was ever here, in the order of joining. Any thread. */
public final class ServerReport {
    private final Supplier<Collection<BandwidthStats>> plugin;
    private final StatsSeries series;
    private final List<GamePlayer> players = new CopyOnWriteArrayList<>();
    /** By player and not by id: one that comes back is counted anew. */
    private final Map<GamePlayer, BandwidthStats> last = new ConcurrentHashMap<>();

    /**
     * Of nobody yet.
     *
     * @param plugin what the plugin counts, for each player of the moment
     * @param series the same over time
     */
    public ServerReport(Supplier<Collection<BandwidthStats>> plugin, StatsSeries series) {
        this.plugin = plugin;
        this.series = series;
    }

    public void joined(GamePlayer player) {
        players.add(player);
    }

    /** To be called before the plugin forgets its players, so that the report does not. */
    public void keepPluginStats() {
        plugin.get().forEach(stats -> newest(stats.clientId()).ifPresent(player -> last.put(player, stats)));
    }

    public List<ClientReport> clients() {
        keepPluginStats();
        return players.stream().map(this::report).toList();
    }

    private Optional<GamePlayer> newest(UUID id) {
        return players.reversed().stream()
                .filter(player -> player.uuid().equals(id))
                .findFirst();
    }

    private ClientReport report(GamePlayer player) {
        var connection = player.connection();
        return new ClientReport(
                player.name(),
                player.uuid(),
                connection.isOnline(),
                player.pingMillis(),
                connection.wire().total(),
                connection.wire().maxPerSecond(),
                connection.tally().of(ChunkDataPacket.class),
                connection.tally().byName(),
                last.get(player),
                series.of(player.uuid()));
    }
}
