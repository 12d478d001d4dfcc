package net.minecraft.server.level;

import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.Level;
import org.bukkit.craftbukkit.CraftWorld;

/** A world of the server. */
public final class ServerLevel extends Level {
    public ServerLevel(CraftWorld world, ResourceKey<Level> dimension) {
        super(world, dimension);
    }
}
