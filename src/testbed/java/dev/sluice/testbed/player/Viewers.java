package dev.sluice.testbed.player;

import dev.sluice.testbed.net.NettyConnection;
import dev.sluice.testbed.plugin.HostedConnection;
import net.minestom.server.entity.Player;

/** What players are shown. */
public final class Viewers {
    private Viewers() {}

    /** Sends as one bundle what {@code sends} sends to {@code player}, as a server does with an entity's spawn. */
    public static void bundled(Player player, Runnable sends) {
        HostedConnection hosted =
                player.getPlayerConnection() instanceof NettyConnection connection ? connection.hosted() : null;
        if (hosted == null) {
            sends.run();
        } else {
            hosted.bundle(sends);
        }
    }
}
