package dev.sluice.protocollib;

import java.util.Optional;
import java.util.logging.Logger;
import org.bukkit.entity.Player;

/** Finds the dimension that the server has a player in, by the key that its packets name. The player's thread. */
public final class PlayerDimensions {

    private final Logger logger;
    private boolean logged;

    public PlayerDimensions(Logger logger) {
        this.logger = logger;
    }

    /** Looks through {@code CraftPlayer.getHandle().level.dimension}; empty if the server's classes are not as expected. */
    public Optional<Object> find(Player player) {
        try {
            Object handle = player.getClass().getMethod("getHandle").invoke(player);
            return Optional.of(Fields.read(Fields.read(handle, "level"), "dimension"));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            logOnce(e);
            return Optional.empty();
        }
    }

    private void logOnce(Throwable reason) {
        if (!logged) {
            logged = true;
            logger.warning("Sluice expected to find in which dimension a player is, found " + reason
                    + ". When a player is shown"
                    + " anew for the first time, after a change of its skin for instance, all that is held for it goes out at"
                    + " once. Please report this with the server's version. This is logged once.");
        }
    }
}
