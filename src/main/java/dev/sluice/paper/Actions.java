package dev.sluice.paper;

import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.overlay.ConnectionView;
import dev.sluice.overlay.ProfileView;
import dev.sluice.paper.command.NetstatsActions;
import dev.sluice.paper.config.ConfigProblem;
import dev.sluice.paper.config.LoadedConfig;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;

/** What /netstats does, done. */
final class Actions implements NetstatsActions {

    private final ConfigFile configFile;
    private final Sessions sessions;
    private final Overlay overlay;
    private final Consumer<List<ConfigProblem>> log;

    /** @param log also takes what is wrong in config.yml: whoever reloads it need not be the one who mends it */
    Actions(ConfigFile configFile, Sessions sessions, Overlay overlay, Consumer<List<ConfigProblem>> log) {
        this.configFile = configFile;
        this.sessions = sessions;
        this.overlay = overlay;
        this.log = log;
    }

    @Override
    public boolean toggle(Player player) {
        return overlay.toggle(player);
    }

    @Override
    public Optional<BandwidthStats> stats(Player player) {
        return sessions.stats(player.getUniqueId());
    }

    @Override
    public List<ConfigProblem> reload() {
        LoadedConfig loaded = configFile.load();
        log.accept(loaded.problems());
        sessions.reconfigure(loaded.settings());
        return loaded.problems();
    }

    @Override
    public Optional<ProfileView> profile(Player player) {
        return sessions.profile(player.getUniqueId())
                .map(choice -> new ProfileView(choice.profile(), choice.reason().words()));
    }

    @Override
    public Optional<ConnectionView> connection(Player player) {
        UUID id = player.getUniqueId();
        return profile(player)
                .flatMap(profile -> sessions.delivery(id)
                        .map(delivery -> new ConnectionView(profile, delivery, sessions.viewLimit(id))));
    }

    @Override
    public CompletableFuture<Optional<PriorityTerms>> explain(Player player, int entityId) {
        return sessions.explain(player.getUniqueId(), entityId);
    }

    @Override
    public List<String> profileNames() {
        return sessions.profileNames();
    }

    @Override
    public boolean setProfile(Player player, @Nullable String name) {
        return sessions.commandProfile(player.getUniqueId(), name);
    }
}
