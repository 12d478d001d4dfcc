package net.minecraft.network.protocol.game;

import java.util.Optional;
import net.minecraft.core.GlobalPos;
import net.minecraft.core.Holder;
import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.GameType;
import net.minecraft.world.level.Level;
import net.minecraft.world.level.dimension.DimensionType;
import org.jspecify.annotations.Nullable;

/** Where and how a player appears. */
public record CommonPlayerSpawnInfo(
        Holder<DimensionType> dimensionType,
        ResourceKey<Level> dimension,
        long seed,
        GameType gameType,
        @Nullable GameType previousGameType,
        boolean isDebug,
        boolean isFlat,
        Optional<GlobalPos> lastDeathLocation,
        int portalCooldown,
        int seaLevel) {}
