package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.protocollib.Fields.DoubleField;
import dev.sluice.protocollib.Fields.ObjectField;

/** Reads the position of a {@code PositionMoveRotation}. Any thread. */
final class Places {

    private final ObjectField values;
    private final ObjectField position;
    private final DoubleField x;
    private final DoubleField y;
    private final DoubleField z;

    /**
     * Resolves the fields.
     *
     * @throws ShapeException if one is missing
     */
    Places(Class<?> owner, String valuesName) {
        values = Fields.objectField(owner, valuesName, Object.class);
        Class<?> valuesType = Fields.typeOf(owner, valuesName);
        position = Fields.objectField(valuesType, "position", Object.class);
        Class<?> vector = Fields.typeOf(valuesType, "position");
        x = Fields.doubleField(vector, "x");
        y = Fields.doubleField(vector, "y");
        z = Fields.doubleField(vector, "z");
    }

    StateUpdate.Place read(int entityId, Object packet) {
        Object at = position.get(values.get(packet));
        return new StateUpdate.Place(entityId, x.get(at), y.get(at), z.get(at));
    }
}
