package net.minecraft.world.level;

import net.minecraft.resources.ResourceKey;
import org.bukkit.craftbukkit.CraftWorld;

/** A world; ProtocolLib looks for the way from it to Bukkit's. */
public abstract class Level {
    private final CraftWorld world;
    private final ResourceKey<Level> dimension;

    protected Level(CraftWorld world, ResourceKey<Level> dimension) {
        this.world = world;
        this.dimension = dimension;
    }

    public final CraftWorld getWorld() {
        return world;
    }

    public final ResourceKey<Level> dimension() {
        return dimension;
    }
}
