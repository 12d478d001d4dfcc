package dev.sluice.testbed.shape;

import java.util.EnumSet;
import java.util.Set;
import net.kyori.adventure.text.Component;
import net.minecraft.core.BlockPos;
import net.minecraft.core.Holder;
import net.minecraft.network.chat.MutableComponent;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.entity.Relative;
import net.minecraft.world.phys.Vec3;
import net.minestom.server.coordinate.BlockVec;
import net.minestom.server.coordinate.Point;
import net.minestom.server.coordinate.Vec;
import org.jspecify.annotations.Nullable;

/** Converts the values that packets are made of. */
final class Values {
    private Values() {}

    /** Degrees to 1/256 turns, as the protocol rounds. */
    static byte angle(float degrees) {
        return (byte) (degrees * 256F / 360F);
    }

    static float degrees(byte angle) {
        return angle * 360F / 256F;
    }

    static Vec3 vec3(Point point) {
        return new Vec3(point.x(), point.y(), point.z());
    }

    static Vec vec(Vec3 vec) {
        return new Vec(vec.x, vec.y, vec.z);
    }

    static BlockPos block(Point point) {
        return new BlockPos(point.blockX(), point.blockY(), point.blockZ());
    }

    static BlockVec point(BlockPos pos) {
        return new BlockVec(pos.getX(), pos.getY(), pos.getZ());
    }

    static PositionMoveRotation pose(Point position, Point delta, float yaw, float pitch) {
        return new PositionMoveRotation(vec3(position), vec3(delta), yaw, pitch);
    }

    static Set<Relative> relatives(int flags) {
        EnumSet<Relative> set = EnumSet.noneOf(Relative.class);
        for (Relative relative : Relative.values()) {
            if ((flags & 1 << relative.ordinal()) != 0) {
                set.add(relative);
            }
        }
        return set;
    }

    static int flags(Set<Relative> relatives) {
        int flags = 0;
        for (Relative relative : relatives) {
            flags |= 1 << relative.ordinal();
        }
        return flags;
    }

    static <T> Holder<T> holder(Object body) {
        return new Holder<>(body);
    }

    static net.minecraft.network.chat.Component text(Component text) {
        return new MutableComponent(text);
    }

    static net.minecraft.network.chat.@Nullable Component textOrNull(@Nullable Component text) {
        return text == null ? null : text(text);
    }

    static Component text(net.minecraft.network.chat.Component text) {
        if (text instanceof MutableComponent mutable) {
            return mutable.text();
        }
        throw new IllegalArgumentException("expected a MutableComponent, found " + text.getClass());
    }

    static @Nullable Component plainOrNull(net.minecraft.network.chat.@Nullable Component text) {
        return text == null ? null : text(text);
    }

    /** The same constant of an enum whose constants have the same order. */
    static <E extends Enum<E>> E same(Enum<?> value, E[] constants) {
        return constants[value.ordinal()];
    }
}
