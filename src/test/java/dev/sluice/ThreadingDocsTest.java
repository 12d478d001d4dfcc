package dev.sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.schedule.NetworkScheduler;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/threading.md says of each public method of what other threads call which of them may. */
final class ThreadingDocsTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @ParameterizedTest
    @ValueSource(classes = {ClientSession.class, NetworkScheduler.class})
    void threadingPage_publicMethods_areThoseOfItsTable(Class<?> of) throws IOException {
        Set<String> methods = Arrays.stream(of.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(methods, tableOf(of.getSimpleName()));
    }

    /** The names in the first column of the section's table. */
    private static Set<String> tableOf(String section) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/threading.md"));
        return lines.subList(lines.indexOf("## " + section) + 1, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
