package dev.sluice.testbed.plugin;

import io.netty.channel.Channel;
import java.util.OptionalInt;
import java.util.UUID;
import net.kyori.adventure.audience.Audience;
import net.kyori.adventure.text.Component;

/** A player as the embedded server knows it. Every method may be called from any thread. */
public interface HostedPlayer {
    UUID uuid();

    String name();

    int entityId();

    Position position();

    /** The entity that it rides, if any. */
    OptionalInt vehicleId();

    /** The nearest entity that it looks at, if there is one at most so many blocks away. */
    OptionalInt targetId(int maxBlocks);

    /** In milliseconds. */
    int pingMillis();

    /**
     * The real channel. Its pipeline has a handler named {@code encoder} that extends
     * {@code net.minecraft.network.PacketEncoder}, one named {@code decoder}, and in the play phase
     * {@code unbundler} and {@code packet_handler}, as a server's.
     */
    Channel channel();

    /** Where messages to the player go; what it sends comes back through {@link HostedConnection#send}. */
    Audience audience();

    /** Operators have the permissions whose default is {@code op}. */
    boolean operator();

    /** In chunks. */
    int viewDistance();

    /** In chunks, or -1 to follow {@link #viewDistance}. */
    void sendViewDistance(int chunks);

    void kick(Component reason);

    /**
     * Where a player is.
     *
     * @param x in blocks
     * @param y in blocks
     * @param z in blocks
     * @param yaw in degrees
     * @param pitch in degrees
     */
    record Position(double x, double y, double z, float yaw, float pitch) {}
}
