package dev.sluice.protocollib;

import java.util.Optional;
import org.bukkit.entity.Player;

/** Finds the dimension that the server has a player in, by the key that its packets name. The player's thread. */
public final class PlayerDimensions {

    private PlayerDimensions() {}

    /** Looks through {@code CraftPlayer.getHandle().level.dimension}; empty if the server's classes are not as expected. */
    public static Optional<Object> find(Player player) {
        try {
            Object handle = player.getClass().getMethod("getHandle").invoke(player);
            return Optional.of(Fields.read(Fields.read(handle, "level"), "dimension"));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
