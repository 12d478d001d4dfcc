package dev.sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** What the built jar holds: Sluice and what it must bring along, and nothing of what a server has. */
final class JarIT {

    private static final String RELOCATED_YAML = "dev/sluice/lib/snakeyaml/";

    @Test
    void jar_entries_areSluiceAndItsFilesOnly() throws IOException {
        List<String> foreign = new ArrayList<>();
        for (String entry : entries()) {
            if (!entry.startsWith("dev/sluice/")
                    && !entry.startsWith("META-INF/")
                    && !entry.equals("dev/")
                    && !entry.equals("plugin.yml")
                    && !entry.equals("config.yml")) {
                foreign.add(entry);
            }
        }
        assertEquals(List.of(), foreign);
    }

    @Test
    void jar_files_areThoseThatAServerNeeds() throws IOException {
        List<String> entries = entries();

        assertTrue(entries.containsAll(
                List.of("plugin.yml", "config.yml", "dev/sluice/paper/SluicePlugin.class", "META-INF/MANIFEST.MF")));
        assertTrue(entries.contains(RELOCATED_YAML + "v2/api/Load.class"), "SnakeYAML Engine is not in the jar");
        assertFalse(entries.stream().anyMatch(entry -> entry.startsWith("dev/sluice/testbed/")));
    }

    @Test
    void jar_classes_refuseNoJava21() throws IOException {
        try (JarFile jar = open()) {
            for (ZipEntry entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    int major = new ClassReader(in).readUnsignedShort(6);
                    assertTrue(major <= 65, () -> entry.getName() + " is of class file version " + major);
                }
            }
        }
    }

    @Test
    void jar_linksToItsOwnPackage_findAllThere() throws IOException {
        Set<String> entries = new HashSet<>(entries());
        List<String> missing = new ArrayList<>();
        try (JarFile jar = open()) {
            for (ZipEntry entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    for (References.Reference reference : new References().in(in.readAllBytes())) {
                        String owner = reference.owner();
                        boolean own = owner.startsWith("dev/sluice/");
                        if ((own && !entries.contains(owner + ".class")) || owner.startsWith("org/snakeyaml/")) {
                            missing.add(reference.toString());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void jar_pluginYml_namesTheVersionAndTheMainClass() throws IOException {
        try (JarFile jar = open()) {
            ZipEntry entry = jar.getEntry("plugin.yml");
            assertNotNull(entry);
            try (InputStream in = jar.getInputStream(entry)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(text.contains("main: dev.sluice.paper.SluicePlugin"), text);
                assertFalse(text.contains("${"), text);
            }
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = open()) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    private static JarFile open() throws IOException {
        String path = System.getProperty("sluice.jar");
        assertNotNull(path, "the build names the jar in the system property sluice.jar");
        return new JarFile(path);
    }
}
