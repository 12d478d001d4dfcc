package org.bukkit.entity;

import java.net.InetSocketAddress;
import net.kyori.adventure.identity.Identified;
import net.kyori.adventure.text.Component;
import org.bukkit.OfflinePlayer;

/** A connected player. */
public interface Player extends HumanEntity, OfflinePlayer, Identified {
    @Override
    String getName();

    Component displayName();

    /** Null for one without a connection. */
    InetSocketAddress getAddress();

    /** In milliseconds. */
    int getPing();

    /** What a spectator looks through, or null. */
    Entity getSpectatorTarget();

    /** In chunks: 2 to 32. */
    int getClientViewDistance();

    /** In chunks: 2 to 32. */
    int getViewDistance();

    /** In chunks: 2 to 32. */
    void setViewDistance(int viewDistance);

    /** In chunks: 2 to 32. */
    int getSendViewDistance();

    /** In chunks: 2 to 32, or -1 to follow the view distance. */
    void setSendViewDistance(int viewDistance);

    void kick(Component message);

    @Override
    boolean isOnline();
}
