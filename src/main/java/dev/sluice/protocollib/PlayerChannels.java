package dev.sluice.protocollib;

import org.bukkit.entity.Player;

/** Finds what the server's connection of a player writes to. The player's thread. */
public final class PlayerChannels {

    /** What was found. */
    public sealed interface Found {
        /** A channel, or ProtocolLib's proxy of it. */
        record Channel(Object channel) implements Found {}

        /** The player has no connection of its own, as fake players have none (H22): nothing to manage. */
        record NoConnection() implements Found {}

        /** The server's classes are not as expected, so that only the fallback can manage the player. */
        record Unknown(String reason) implements Found {}
    }

    /** Looks through {@code CraftPlayer.getHandle().connection.connection.channel}. */
    public Found find(Player player) {
        Object handle;
        try {
            handle = player.getClass().getMethod("getHandle").invoke(player);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return new Found.Unknown("expected the player to have a getHandle(), found " + e);
        }
        try {
            Object listener = Fields.read(handle, "connection");
            Object connection = Fields.read(listener, "connection");
            return new Found.Channel(Fields.read(connection, "channel"));
        } catch (UnsetException e) {
            return new Found.NoConnection();
        } catch (ShapeException e) {
            return new Found.Unknown(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
