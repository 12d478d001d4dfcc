package dev.sluice.testbed.shape;

import net.minecraft.network.protocol.Packet;
import net.minestom.server.network.packet.server.ServerPacket;

/**
 * Converts play packets between the embedded server's classes and server-shaped ones. The way back reads nothing but
 * the shape's own fields, so what the plugin builds is encoded as it built it.
 */
public final class Shapes {
    private Shapes() {}

    /**
     * To the server's shape.
     *
     * @throws IllegalArgumentException for a packet without a shape
     */
    public static Packet<?> toShape(ServerPacket.Play packet) {
        Packet<?> shape = EntityShapes.toShape(packet);
        if (shape == null) {
            shape = WorldShapes.toShape(packet);
        }
        if (shape == null) {
            shape = ChatShapes.toShape(packet);
        }
        return shape == null ? OpaqueShapes.toShape(packet) : shape;
    }

    /**
     * From the shape's own fields.
     *
     * @throws IllegalArgumentException for what is no shape of one packet; a bundle is taken apart before
     */
    public static ServerPacket.Play toMinestom(Packet<?> shape) {
        if (shape instanceof OpaquePacket opaque) {
            return opaque.body();
        }
        ServerPacket.Play packet = EntityShapes.toMinestom(shape);
        if (packet == null) {
            packet = WorldShapes.toMinestom(shape);
        }
        if (packet == null) {
            packet = ChatShapes.toMinestom(shape);
        }
        if (packet == null) {
            throw new IllegalArgumentException("No packet of the embedded server for " + shape.getClass()
                    + ": expected a class that Shapes.toShape makes");
        }
        return packet;
    }
}
