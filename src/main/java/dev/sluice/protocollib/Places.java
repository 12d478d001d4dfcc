package dev.sluice.protocollib;

import dev.sluice.protocollib.Fields.DoubleField;
import dev.sluice.protocollib.Fields.ObjectField;

/** Reads the position of a {@code PositionMoveRotation}. Any thread. */
final class Places {

    /** What becomes of a position. */
    @FunctionalInterface
    interface Point<T> {
        T at(double x, double y, double z);
    }

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

    <T> T read(Object packet, Point<T> as) {
        Object at = position.get(values.get(packet));
        return as.at(x.get(at), y.get(at), z.get(at));
    }
}
