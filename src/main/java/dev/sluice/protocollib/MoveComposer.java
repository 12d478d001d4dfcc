package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

/** Builds the server's relative moves. */
final class MoveComposer {

    private static final String PREFIX = "net.minecraft.network.protocol.game.ClientboundMoveEntityPacket$";

    private final MethodHandle position;
    private final MethodHandle rotation;
    private final MethodHandle both;

    /**
     * Finds the constructors, and tries each once.
     *
     * @throws ShapeException if one is missing or does not build what it is told
     */
    MoveComposer(ClassLoader server) {
        Class<?> s = short.class;
        Class<?> b = byte.class;
        position = constructor(server, "Pos", int.class, s, s, s, boolean.class);
        rotation = constructor(server, "Rot", int.class, b, b, boolean.class);
        both = constructor(server, "PosRot", int.class, s, s, s, b, b, boolean.class);
        check(new StateUpdate.Move(7, (short) 1, (short) -2, (short) 3, (byte) 0, (byte) 0, true, true, false));
        check(new StateUpdate.Move(7, (short) 0, (short) 0, (short) 0, (byte) 4, (byte) -5, false, false, true));
        check(new StateUpdate.Move(7, (short) 1, (short) -2, (short) 3, (byte) 4, (byte) -5, true, true, true));
    }

    /** Builds a new packet that says what the move says. Any thread. */
    Object compose(StateUpdate.Move move) {
        try {
            if (!move.hasRotation()) {
                return (Object) position.invokeExact(
                        move.entityId(), move.deltaX(), move.deltaY(), move.deltaZ(), move.onGround());
            }
            if (!move.hasPosition()) {
                return (Object) rotation.invokeExact(move.entityId(), move.yaw(), move.pitch(), move.onGround());
            }
            return (Object) both.invokeExact(
                    move.entityId(),
                    move.deltaX(),
                    move.deltaY(),
                    move.deltaZ(),
                    move.yaw(),
                    move.pitch(),
                    move.onGround());
        } catch (Throwable e) {
            throw new IllegalStateException("expected to build a packet for " + move + ", found " + e, e);
        }
    }

    private void check(StateUpdate.Move move) {
        Object packet = compose(move);
        StateUpdate.Move read = new MoveFields(packet.getClass()).read(packet);
        if (!read.equals(move)) {
            throw new ShapeException("expected the server's constructor to build " + move + ", found " + read);
        }
    }

    private static MethodHandle constructor(ClassLoader server, String kind, Class<?>... parameters) {
        try {
            Constructor<?> constructor =
                    Class.forName(PREFIX + kind, true, server).getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asType(MethodType.methodType(Object.class, parameters));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ShapeException("expected a constructor of " + PREFIX + kind + ", found " + e, e);
        }
    }
}
