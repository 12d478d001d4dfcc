package dev.sluice.protocollib;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and builds packets that are an entity's id and a list of values, each with a key of its own, and perhaps a flag for
 * all of them: Paper says so of equipment whether viewers may see all of each item. Any thread.
 */
final class ValueLists {

    private final PacketShape.EntityValues shape;
    private final IntField entityId;
    private final ObjectField list;
    private final Function<Object, Object> key;
    private final IntField flag;
    private final MethodHandle constructor;

    /**
     * Resolves fields and constructor, and tries them once.
     *
     * @throws ShapeException if one is missing or does not build what it is told, or if the packets carry more: what is built
     *     would lack that
     */
    ValueLists(Class<?> owner, PacketShape.EntityValues shape) {
        this.shape = shape;
        entityId = Fields.intField(owner, shape.id());
        list = Fields.objectField(owner, shape.list(), List.class);
        Class<?> element = Fields.elementOf(owner, shape.list());
        key = Fields.typeOf(element, shape.key()).isPrimitive()
                ? boxed(Fields.intField(element, shape.key()))
                : Fields.objectField(element, shape.key(), Object.class)::get;
        List<Field> others = Fields.others(owner, Set.of(shape.id(), shape.list()));
        boolean flagged = others.size() == 1 && others.getFirst().getType() == boolean.class;
        // What the client knows is compared by the values alone.
        if (!others.isEmpty() && (!flagged || shape.idempotent())) {
            throw new ShapeException("expected " + owner.getName() + " to say nothing but " + shape.id() + " and "
                    + shape.list() + ", found " + others);
        }
        flag = flagged ? Fields.flag(owner, others.getFirst().getName()) : packet -> 0;
        constructor = flagged
                ? constructor(owner, int.class, List.class, boolean.class)
                : MethodHandles.dropArguments(constructor(owner, int.class, List.class), 2, boolean.class);
        check(false);
        if (flagged) {
            check(true);
        }
    }

    private void check(boolean flagged) {
        StateUpdate.Indexed none = new StateUpdate.Indexed(7, shape.component(), Map.of(), shape.idempotent(), flagged);
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
        return new StateUpdate.Indexed(
                entityId.get(packet), shape.component(), values, shape.idempotent(), flag.get(packet) != 0);
    }

    Object build(StateUpdate.Indexed values) {
        List<Object> elements = new ArrayList<>(values.values().values());
        try {
            return (Object) constructor.invokeExact(values.entityId(), elements, values.flag());
        } catch (Throwable e) {
            throw new IllegalStateException("expected to build a packet for " + values + ", found " + e, e);
        }
    }

    private static MethodHandle constructor(Class<?> owner, Class<?>... parameters) {
        try {
            Constructor<?> found = owner.getDeclaredConstructor(parameters);
            found.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(found)
                    .asType(MethodType.methodType(Object.class, parameters));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ShapeException(
                    "expected " + owner.getName() + " to be built of " + Arrays.toString(parameters) + ", found " + e,
                    e);
        }
    }
}
