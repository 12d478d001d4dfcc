package dev.sluice.protocollib;

import dev.sluice.engine.port.PingPackets;
import dev.sluice.protocollib.Fields.IntField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.OptionalInt;

/** Builds the server's pings, and reads the clients' answers. */
final class ServerPings implements PingPackets {

    private static final String PACKAGE = PacketClassifier.PROTOCOL_PACKAGE + "common.";

    private final MethodHandle constructor;
    private final Class<?> pong;
    private final IntField pongId;

    /**
     * Finds the classes, and tries to build a ping.
     *
     * @throws ShapeException if a class, its constructor or its field is missing
     */
    ServerPings(ClassLoader server) {
        Class<?> ping = find(server, "ClientboundPingPacket");
        constructor = constructor(ping);
        pong = find(server, "ServerboundPongPacket");
        pongId = Fields.intField(pong, "id");
        int id = 0x1234_5678;
        int read = Fields.intField(ping, "id").get(ping(id));
        if (read != id) {
            throw new ShapeException("expected the server's constructor to build a ping of " + id + ", found " + read);
        }
    }

    @Override
    public boolean areKnown() {
        return true;
    }

    @Override
    public Object ping(int id) {
        try {
            return (Object) constructor.invokeExact(id);
        } catch (Throwable e) {
            throw new IllegalStateException("expected to build a ping, found " + e, e);
        }
    }

    @Override
    public OptionalInt pongId(Object packet) {
        return packet.getClass() == pong ? OptionalInt.of(pongId.get(packet)) : OptionalInt.empty();
    }

    private static Class<?> find(ClassLoader server, String name) {
        try {
            return Class.forName(PACKAGE + name, true, server);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ShapeException("expected a class " + PACKAGE + name + ", found " + e, e);
        }
    }

    private static MethodHandle constructor(Class<?> ping) {
        try {
            Constructor<?> found = ping.getDeclaredConstructor(int.class);
            found.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(found)
                    .asType(MethodType.methodType(Object.class, int.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ShapeException("expected a constructor of " + ping.getName() + ", found " + e, e);
        }
    }
}
