package net.minecraft.world.level;

import org.bukkit.craftbukkit.CraftWorld;

/** A world; ProtocolLib looks for the way from it to Bukkit's. */
public abstract class Level {
    private final CraftWorld world;

    protected Level(CraftWorld world) {
        this.world = world;
    }

    public final CraftWorld getWorld() {
        return world;
    }
}
