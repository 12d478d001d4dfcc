package dev.sluice.oracle;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps as lines of text: the record's name and its components, such as {@code Edit 3 -2 7 41 0}. */
final class StepText {

    private static final String PARTS = " ; ";

    private static final Map<String, Class<?>> KINDS = kinds();

    private StepText() {}

    static String write(Step step) {
        return step instanceof Step.Send(ModelPacket packet) ? write(packet) : plain((Record) step);
    }

    static String write(ModelPacket packet) {
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> parts)) {
            return "Bundle " + parts.stream().map(StepText::write).collect(Collectors.joining(PARTS));
        }
        return plain((Record) packet);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the line is none
     */
    static Step read(String line) {
        if (line.startsWith("Bundle ")) {
            List<ModelPacket> parts = new ArrayList<>();
            for (String part : line.substring("Bundle ".length()).split(PARTS, -1)) {
                parts.add((ModelPacket) record(part));
            }
            return new Step.Send(new ModelPacket.Bundle(parts));
        }
        Object record = record(line);
        return record instanceof ModelPacket packet ? new Step.Send(packet) : (Step) record;
    }

    private static String plain(Record packet) {
        try {
            StringBuilder text = new StringBuilder(packet.getClass().getSimpleName());
            for (RecordComponent component : packet.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(packet);
                text.append(' ').append(value instanceof int[] ints ? list(ints) : value);
            }
            return text.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String list(int[] ints) {
        return Arrays.stream(ints).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static Object record(String line) {
        String[] words = line.strip().split(" ", -1);
        Class<?> kind = KINDS.get(words[0]);
        if (kind == null || kind.getRecordComponents().length != words.length - 1) {
            throw new IllegalArgumentException("expected a step and its values, found '" + line + "'");
        }
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i], words[i + 1]);
        }
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("expected a step, found '" + line + "'", e);
        }
    }

    private static Object value(Class<?> type, String word) {
        if (type == int.class) {
            return Integer.valueOf(word);
        }
        if (type == double.class) {
            return Double.valueOf(word);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(word);
        }
        String inside = word.substring(1, word.length() - 1);
        String[] numbers = inside.isEmpty() ? new String[0] : inside.split(",", -1);
        Object ints = Array.newInstance(int.class, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            Array.setInt(ints, i, Integer.parseInt(numbers[i]));
        }
        return ints;
    }

    private static Map<String, Class<?>> kinds() {
        Map<String, Class<?>> kinds = new HashMap<>();
        for (Class<?> kind : ModelPacket.class.getPermittedSubclasses()) {
            kinds.put(kind.getSimpleName(), kind);
        }
        for (Class<?> kind : Step.class.getPermittedSubclasses()) {
            kinds.put(kind.getSimpleName(), kind);
        }
        return kinds;
    }
}
