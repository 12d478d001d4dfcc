package dev.sluice.protocollib;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields of the server's classes, by name and type, and reads them. */
final class Fields {

    /** Reads an int field. */
    @FunctionalInterface
    interface IntField {
        int get(Object of);
    }

    /** Reads a field of any other type. */
    @FunctionalInterface
    interface ObjectField {
        Object get(Object of);
    }

    /** Reads a double field. */
    @FunctionalInterface
    interface DoubleField {
        double get(Object of);
    }

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Fields() {}

    /**
     * A reader of a numeric field of at most 32 bits, widened to int.
     *
     * @throws ShapeException if the class has no such field
     */
    static IntField intField(Class<?> owner, String name) {
        Field field = find(owner, name);
        if (!field.getType().isPrimitive() || field.getType() == boolean.class) {
            throw wrongType(field, "a number");
        }
        MethodHandle getter = getter(field, int.class);
        return of -> {
            try {
                return (int) getter.invokeExact(of);
            } catch (Throwable e) {
                throw unreadable(field, e);
            }
        };
    }

    /**
     * A reader of a double field.
     *
     * @throws ShapeException if the class has no such field
     */
    static DoubleField doubleField(Class<?> owner, String name) {
        Field field = typed(owner, name, double.class);
        MethodHandle getter = getter(field, double.class);
        return of -> {
            try {
                return (double) getter.invokeExact(of);
            } catch (Throwable e) {
                throw unreadable(field, e);
            }
        };
    }

    /** A reader of a boolean field as 0 or 1. */
    static IntField flag(Class<?> owner, String name) {
        Field field = typed(owner, name, boolean.class);
        MethodHandle getter = getter(field, boolean.class);
        return of -> {
            try {
                return (boolean) getter.invokeExact(of) ? 1 : 0;
            } catch (Throwable e) {
                throw unreadable(field, e);
            }
        };
    }

    /**
     * A reader of a field of a type.
     *
     * @throws ShapeException if the class has no such field of this type
     */
    static ObjectField objectField(Class<?> owner, String name, Class<?> type) {
        Field field = find(owner, name);
        if (!type.isAssignableFrom(field.getType())) {
            throw wrongType(field, type.getName());
        }
        MethodHandle getter = getter(field, Object.class);
        return of -> {
            Object value;
            try {
                value = (@Nullable Object) getter.invokeExact(of);
            } catch (Throwable e) {
                throw unreadable(field, e);
            }
            if (value == null) {
                throw new UnsetException("expected " + field + " to be set, found null");
            }
            return value;
        };
    }

    /**
     * Reads a field of an object once.
     *
     * @throws ShapeException if there is no such field, an {@link UnsetException} if it is null
     */
    static Object read(Object of, String name) {
        return objectField(of.getClass(), name, Object.class).get(of);
    }

    /** The declared type of a field. */
    static Class<?> typeOf(Class<?> owner, String name) {
        return find(owner, name).getType();
    }

    /**
     * The class of the elements of a list or a set, by its declaration.
     *
     * @throws ShapeException if the field is none whose elements have one class
     */
    static Class<?> elementOf(Class<?> owner, String name) {
        Field field = find(owner, name);
        Type element =
                field.getGenericType() instanceof ParameterizedType list && list.getActualTypeArguments().length == 1
                        ? list.getActualTypeArguments()[0]
                        : Object.class;
        Type raw = element instanceof ParameterizedType generic ? generic.getRawType() : element;
        if (raw instanceof Class<?> found && found != Object.class) {
            return found;
        }
        throw wrongType(field, "a list or a set that names the class of its elements");
    }

    /**
     * A constant of a class that is of the class itself, as those of an enum are.
     *
     * @throws ShapeException if the class has none of the name
     */
    static Object constant(Class<?> type, String name) {
        Field field = find(type, name);
        if (!Modifier.isStatic(field.getModifiers()) || field.getType() != type) {
            throw wrongType(field, "a constant");
        }
        Object constant;
        try {
            field.setAccessible(true);
            constant = field.get(null);
        } catch (IllegalAccessException | RuntimeException e) {
            throw new ShapeException("expected " + field + " to be readable, found " + e, e);
        }
        if (constant == null) {
            throw new ShapeException("expected " + field + " to be set, found null");
        }
        return constant;
    }

    /** The instance fields of a class, with those of its superclasses, but for these. */
    static List<Field> others(Class<?> owner, Set<String> names) {
        List<Field> others = new ArrayList<>();
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !names.contains(field.getName())) {
                    others.add(field);
                }
            }
        }
        return others;
    }

    private static Field typed(Class<?> owner, String name, Class<?> type) {
        Field field = find(owner, name);
        if (field.getType() != type) {
            throw wrongType(field, type.getName());
        }
        return field;
    }

    private static Field find(Class<?> owner, String name) {
        for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new ShapeException("expected " + owner.getName() + " to have a field " + name + ", found none");
    }

    private static MethodHandle getter(Field field, Class<?> as) {
        try {
            field.setAccessible(true);
            return LOOKUP.unreflectGetter(field).asType(MethodType.methodType(as, Object.class));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new ShapeException("expected " + field + " to be readable, found " + e, e);
        }
    }

    private static ShapeException wrongType(Field field, String expected) {
        return new ShapeException("expected " + field.getDeclaringClass().getName() + "." + field.getName() + " to be "
                + expected + ", found " + field.getType().getName());
    }

    private static ShapeException unreadable(Field field, Throwable cause) {
        return new ShapeException("expected to read " + field + ", found " + cause, cause);
    }

    /**
     * A class below a field's, by its name.
     *
     * @throws ShapeException if there is none of the name
     */
    static Class<?> below(Class<?> owner, String field, String name) {
        Class<?> type = typeOf(owner, field);
        try {
            Class<?> found = Class.forName(name, false, owner.getClassLoader());
            if (type.isAssignableFrom(found)) {
                return found;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ShapeException("expected a class " + name + ", found " + e, e);
        }
        throw new ShapeException("expected " + name + " to be a " + type.getName() + ", found that it is none");
    }

    /**
     * A class inside of another.
     *
     * @throws ShapeException if there is none of the name
     */
    static Class<?> nested(Class<?> owner, String simpleName) {
        for (Class<?> candidate : owner.getDeclaredClasses()) {
            if (candidate.getSimpleName().equals(simpleName)) {
                return candidate;
            }
        }
        throw new ShapeException(
                "expected " + owner.getName() + " to have a nested class " + simpleName + ", found none");
    }
}
