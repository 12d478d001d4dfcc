package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads and builds packets that are an entity's id and a list of values, each with a key of its own. Any thread. */
final class ValueLists {

    private final PacketShape.EntityValues shape;
    private final IntField entityId;
    private final ObjectField list;
    private final Function<Object, Object> key;
    private final MethodHandle constructor;

    /**
     * Resolves fields and constructor, and tries them once.
     *
     * @throws ShapeException if one is missing or does not build what it is told
     */
    ValueLists(Class<?> owner, PacketShape.EntityValues shape) {
        this.shape = shape;
        entityId = Fields.intField(owner, shape.id());
        list = Fields.objectField(owner, shape.list(), List.class);
        Class<?> element = Fields.elementOf(owner, shape.list());
        key = Fields.typeOf(element, shape.key()).isPrimitive()
                ? boxed(Fields.intField(element, shape.key()))
                : Fields.objectField(element, shape.key(), Object.class)::get;
        constructor = constructor(owner);
        StateUpdate.Indexed none = new StateUpdate.Indexed(7, shape.component(), Map.of(), shape.idempotent());
        StateUpdate.Indexed read = read(build(none));
        if (!read.equals(none)) {
            throw new ShapeException("expected the server's constructor to build " + none + ", found " + read);
        }
    }

    private static Function<Object, Object> boxed(IntField field) {
        return field::get;
    }

    StateUpdate.Indexed read(Object packet) {
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Object element : (List<?>) list.get(packet)) {
            values.put(key.apply(element), element);
        }
        return new StateUpdate.Indexed(entityId.get(packet), shape.component(), values, shape.idempotent());
    }

    Object build(StateUpdate.Indexed values) {
        List<Object> elements = new ArrayList<>(values.values().values());
        try {
            return (Object) constructor.invokeExact(values.entityId(), elements);
        } catch (Throwable e) {
            throw new IllegalStateException("expected to build a packet for " + values + ", found " + e, e);
        }
    }

    private static MethodHandle constructor(Class<?> owner) {
        try {
            Constructor<?> found = owner.getDeclaredConstructor(int.class, List.class);
            found.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(found)
                    .asType(MethodType.methodType(Object.class, int.class, List.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ShapeException(
                    "expected " + owner.getName() + " to be built of an int and a list, found " + e, e);
        }
    }
}
