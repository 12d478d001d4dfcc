package net.minecraft.world.level;

/** What a player may do. */
public enum GameType {
    SURVIVAL,
    CREATIVE,
    ADVENTURE,
    SPECTATOR
}
