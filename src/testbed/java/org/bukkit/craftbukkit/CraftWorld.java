package org.bukkit.craftbukkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.entity.Player;

/** The only world. */
public final class CraftWorld implements World {
    private final Server server;
    private final String name;

    public CraftWorld(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public UUID getUID() {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Player> getPlayers() {
        return List.copyOf(server.getOnlinePlayers());
    }

    @Override
    public int getViewDistance() {
        return server.getViewDistance();
    }

    @Override
    public int getSendViewDistance() {
        return server.getViewDistance();
    }
}
