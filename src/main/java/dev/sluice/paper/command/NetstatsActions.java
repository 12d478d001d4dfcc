package dev.sluice.paper.command;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.paper.config.ConfigProblem;
import java.util.List;
import java.util.Optional;
import org.bukkit.entity.Player;

/** What /netstats can do. Called on the thread of the one who gives the command. */
public interface NetstatsActions {

    /** Shows or hides the overlay; returns whether it is shown from now on. */
    boolean toggle(Player player);

    /** The statistics of a player, empty if Sluice does not manage the connection. */
    Optional<BandwidthStats> stats(Player player);

    /** Reads config.yml again and applies it to all; returns what was wrong in it. */
    List<ConfigProblem> reload();
}
