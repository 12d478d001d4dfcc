package dev.sluice.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Run by the build on the JDK it found: writes down how {@code ./run} starts the server without Maven. */
final class LaunchFile {
    private LaunchFile() {}

    /**
     * Writes the file.
     *
     * @param args the file to write: the path of java on its first line, the class path on its second
     */
    public static void main(String[] args) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.write(Path.of(args[0]), List.of(java.toString(), System.getProperty("java.class.path")));
    }
}
