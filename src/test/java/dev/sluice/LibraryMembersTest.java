package dev.sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.References.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Opcodes;

/**
 * One jar runs on servers with different Adventure and Netty: whatever Sluice's bytecode links to must exist in each of
 * them with the same descriptor. Members that Sluice reaches through a Bukkit type (a player is an Adventure audience)
 * are followed to where they are declared.
 */
final class LibraryMembersTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final String ADVENTURE = "net/kyori/";
    private static final Path COMPAT = Path.of("target", "compat");

    @ParameterizedTest
    @CsvSource({
        "net/kyori/, adventure-4.17.0",
        "net/kyori/, adventure-4.26.1",
        "net/kyori/, adventure-5.2.0",
        "io/netty/, netty-4.1.140.Final",
        "io/netty/, netty-4.2.18.Final"
    })
    void sluice_linkedToLibrary_findsEveryMember(String library, String version) throws IOException {
        LibraryPool pool = poolOf(version);
        Set<Reference> references = references(CLASSES.resolve(Path.of("dev", "sluice")));

        long checked = references.stream()
                .filter(reference -> reference.owner().startsWith(library))
                .count();
        assertFalse(checked == 0, "expected references to " + library + ", found none: was src/main compiled?");
        List<String> missing = new ArrayList<>();
        for (Reference reference : references) {
            String problem = problem(pool, reference, library);
            if (problem != null) {
                missing.add(reference + ": " + problem);
            }
        }
        assertEquals(List.of(), missing, version);
    }

    @Test
    void member_ofNewerLibraryOnly_isMissed() throws IOException {
        Reference reference = new Reference(
                "Test",
                "net/kyori/adventure/text/Component",
                "append([Lnet/kyori/adventure/text/ComponentLike;)Lnet/kyori/adventure/text/Component;",
                false,
                true);

        assertNotNull(problem(poolOf("adventure-4.17.0"), reference, ADVENTURE));
        assertNull(problem(poolOf("adventure-5.2.0"), reference, ADVENTURE));
    }

    @Test
    void member_throughBukkit_isFollowedToTheLibrary() throws IOException {
        LibraryPool pool = poolOf("adventure-4.17.0");
        assumeTrue(pool.find("org/bukkit/entity/Player") != null, "compiled against the real Paper API");

        assertNotNull(pool.member("org/bukkit/entity/Player", "sendActionBar(Lnet/kyori/adventure/text/Component;)V"));
    }

    private static @Nullable String problem(LibraryPool pool, Reference reference, String library) {
        boolean ofLibrary = reference.owner().startsWith(library);
        if (!ofLibrary && !(library.equals(ADVENTURE) && isPlatform(reference.owner()))) {
            return null;
        }
        LibraryPool.Declared owner = pool.find(reference.owner());
        if (owner == null) {
            // The real Paper API, if that is what was compiled against, is not beside Sluice's own classes.
            return ofLibrary ? "no such class" : null;
        }
        if (reference.member().isEmpty()) {
            return null;
        }
        Integer access = pool.member(reference.owner(), reference.member());
        if (access == null) {
            return "no such member";
        }
        if (reference.isStatic() != ((access & Opcodes.ACC_STATIC) != 0)) {
            return "static in one, not in the other";
        }
        boolean method = reference.member().contains("(");
        return method && reference.isInterface() != owner.isInterface()
                ? "an interface in one, a class in the other"
                : null;
    }

    private static boolean isPlatform(String owner) {
        return Stream.of("org/bukkit/", "io/papermc/", "com/destroystokyo/").anyMatch(owner::startsWith);
    }

    private static LibraryPool poolOf(String version) throws IOException {
        LibraryPool pool = new LibraryPool();
        for (Path file : classFiles(CLASSES)) {
            pool.add(Files.readAllBytes(file));
        }
        pool.addJars(COMPAT.resolve(version));
        return pool;
    }

    private static Set<Reference> references(Path folder) throws IOException {
        Set<Reference> all = new TreeSet<>();
        for (Path file : classFiles(folder)) {
            all.addAll(new References().in(Files.readAllBytes(file)));
        }
        return all;
    }

    private static List<Path> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}
