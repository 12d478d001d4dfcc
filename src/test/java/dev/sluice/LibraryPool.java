package dev.sluice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The classes that one version of a library, the plugin and the JDK offer, with what they declare. */
final class LibraryPool {

    /** A class as far as linking to it goes; members by name and descriptor, with their access flags. */
    record Declared(boolean isInterface, List<String> supers, Map<String, Integer> members) {}

    private final Map<String, byte[]> classes = new HashMap<>();
    private final Map<String, Optional<Declared>> declared = new HashMap<>();

    /** Adds every class of the jars in a folder. */
    void addJars(Path folder) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                addJar(jar);
            }
        }
    }

    private void addJar(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry :
                    file.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    classes.put(nameOf(entry.getName()), in.readAllBytes());
                }
            }
        }
    }

    /** Adds one class. */
    void add(byte[] bytes) {
        classes.put(new ClassReader(bytes).getClassName(), bytes);
    }

    /** The class of that internal name, null if there is none. */
    @Nullable
    Declared find(String name) {
        Optional<Declared> known = declared.get(name);
        if (known == null) {
            known = Optional.ofNullable(bytesOf(name)).map(LibraryPool::read);
            declared.put(name, known);
        }
        return known.orElse(null);
    }

    /** The access flags of a member of a class or of what it inherits from, null if there is none. */
    @Nullable
    Integer member(String owner, String nameAndDescriptor) {
        Declared found = find(owner);
        if (found == null) {
            return null;
        }
        Integer access = found.members().get(nameAndDescriptor);
        for (int i = 0; access == null && i < found.supers().size(); i++) {
            access = member(found.supers().get(i), nameAndDescriptor);
        }
        return access;
    }

    private byte @Nullable [] bytesOf(String name) {
        byte[] bytes = classes.get(name);
        if (bytes != null || !name.startsWith("java/")) {
            return bytes;
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    private static Declared read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        List<String> supers = new ArrayList<>(List.of(reader.getInterfaces()));
        if (reader.getSuperName() != null) {
            supers.addFirst(reader.getSuperName());
        }
        Map<String, Integer> members = new HashMap<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        members.put(name + descriptor, access);
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        members.put(name + " " + descriptor, access);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return new Declared((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0, supers, members);
    }

    private static String nameOf(String entry) {
        return entry.substring(0, entry.length() - ".class".length());
    }
}
