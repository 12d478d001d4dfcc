package dev.sluice.paper.command;

import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.overlay.ConnectionView;
import dev.sluice.overlay.ProfileView;
import dev.sluice.paper.config.ConfigProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;

/** What /netstats can do. Called on the thread of the one who gives the command. */
public interface NetstatsActions {

    /** Shows or hides the overlay; returns whether it is shown from now on. */
    boolean toggle(Player player);

    /** The statistics of a player, empty if Sluice does not manage the connection. */
    Optional<BandwidthStats> stats(Player player);

    /** Reads config.yml again and applies it to all; returns what was wrong in it. */
    List<ConfigProblem> reload();

    /** The profile of a player, empty if Sluice does not manage the connection. */
    Optional<ProfileView> profile(Player player);

    /** What is shown of a player's connection beside its statistics, empty if Sluice does not manage it. */
    Optional<ConnectionView> connection(Player player);

    /**
     * Why an entity has its place among those that a player is shown.
     *
     * @param entityId the network id
     * @return completes with the terms, empty if the engine knows no such entity; on any thread. Exceptionally if Sluice does
     *     not manage the connection
     */
    CompletableFuture<Optional<PriorityTerms>> explain(Player player, int entityId);

    /** The names of all profiles. */
    List<String> profileNames();

    /**
     * Sets a player's profile until the player leaves.
     *
     * @param name one of {@link #profileNames}; null leaves the choice to permissions and worlds again
     * @return whether Sluice manages the connection
     */
    boolean setProfile(Player player, @Nullable String name);
}
