package dev.sluice.paper;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes implementations of the platform's large interfaces that know a few methods and refuse the others. */
public final class Fakes {

    private Fakes() {}

    /**
     * Makes one.
     *
     * @param methods what to answer, by method name, from the arguments (an empty array when there are none)
     */
    @SuppressWarnings("ReferenceEquality") // a proxy that asked its equals would come back here
    public static <T> T of(Class<T> type, Map<String, Function<Object[], @Nullable Object>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Function<Object[], @Nullable Object> answer = methods.get(method.getName());
            if (answer != null) {
                return answer.apply(args == null ? new Object[0] : args);
            }
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == args[0];
                case "toString" -> "fake " + type.getSimpleName();
                default -> throw new UnsupportedOperationException("the fake does not know " + method);
            };
        }));
    }
}
