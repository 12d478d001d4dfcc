package dev.sluice.paper;

import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.PacketComposer;
import java.util.List;
import java.util.Optional;
import org.bukkit.entity.Player;

/** What the plugin needs to know of the server's packets. Closing it stops listening. */
interface Packets extends AutoCloseable {

    Classifier classifier();

    PacketComposer composer();

    /** A player's real Netty channel; empty for one without a connection (H22). Any thread. */
    Optional<Object> channelOf(Player player);

    /** How many types of packets may be held. */
    int managedTypes();

    /** The types that the server has and Sluice lets pass, by name. */
    List<String> passedThrough();

    /** The types without which Sluice is no use (chunks, moves, chat) and that it does not know on this server. */
    List<String> missingCore();

    @Override
    void close();
}
