package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.protocollib.Fields.IntField;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/** Reads the server's relative entity moves. */
final class MoveFields {

    private static final Set<String> NAMES =
            Set.of("entityId", "xa", "ya", "za", "yRot", "xRot", "onGround", "hasPos", "hasRot");

    private final IntField entityId;
    private final IntField deltaX;
    private final IntField deltaY;
    private final IntField deltaZ;
    private final IntField yaw;
    private final IntField pitch;
    private final IntField onGround;
    private final IntField hasPosition;
    private final IntField hasRotation;

    /**
     * Resolves the fields.
     *
     * @throws ShapeException if one is missing, or if there are more: a sum of moves would not say what they do
     */
    MoveFields(Class<?> owner) {
        List<Field> others = Fields.others(owner, NAMES);
        if (!others.isEmpty()) {
            throw new ShapeException("expected " + owner.getName() + " to say nothing but a move, found " + others);
        }
        entityId = Fields.intField(owner, "entityId");
        deltaX = Fields.intField(owner, "xa");
        deltaY = Fields.intField(owner, "ya");
        deltaZ = Fields.intField(owner, "za");
        yaw = Fields.intField(owner, "yRot");
        pitch = Fields.intField(owner, "xRot");
        onGround = Fields.flag(owner, "onGround");
        hasPosition = Fields.flag(owner, "hasPos");
        hasRotation = Fields.flag(owner, "hasRot");
    }

    StateUpdate.Move read(Object packet) {
        return new StateUpdate.Move(
                entityId.get(packet),
                (short) deltaX.get(packet),
                (short) deltaY.get(packet),
                (short) deltaZ.get(packet),
                (byte) yaw.get(packet),
                (byte) pitch.get(packet),
                onGround.get(packet) != 0,
                hasPosition.get(packet) != 0,
                hasRotation.get(packet) != 0);
    }
}
