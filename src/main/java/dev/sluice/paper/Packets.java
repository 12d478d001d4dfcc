package dev.sluice.paper;

import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.protocollib.TableReport;
import java.util.Optional;
import org.bukkit.entity.Player;

/** What the plugin needs to know of the server's packets. Closing it stops listening. */
interface Packets extends AutoCloseable {

    Classifier classifier();

    PacketComposer composer();

    /** A player's real Netty channel; empty for one without a connection (H22). Any thread. */
    Optional<Object> channelOf(Player player);

    /** How what Sluice knows fits the server. */
    TableReport report();

    @Override
    void close();
}
