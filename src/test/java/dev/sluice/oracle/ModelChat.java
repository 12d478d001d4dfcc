package dev.sluice.oracle;

import java.util.Arrays;
import java.util.function.Consumer;

/** The chat of a client and the players it lists. */
final class ModelChat {

    private final Consumer<String> violations;
    private int[] lines = new int[64];
    private int size;
    private int nextIndex;
    private int listed;

    ModelChat(Consumer<String> violations) {
        this.violations = violations;
    }

    void line(int serial) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        lines[size++] = serial;
    }

    void playerLine(int serial, int profile, int index) {
        if (!isListed(profile)) {
            violations.accept("a signed line of unlisted player " + profile);
        }
        if (index != nextIndex) {
            violations.accept("signed line " + index + " where " + nextIndex + " is expected");
        }
        nextIndex = index + 1;
        line(serial);
    }

    /** A deletion stays in the log: what was deleted and when. */
    void delete(int serial, int index) {
        if (index >= nextIndex) {
            violations.accept("deletion of signed line " + index + ", which has not come yet");
        }
        line(-serial);
    }

    void list(int[] profiles, boolean add) {
        for (int profile : profiles) {
            listed = add ? listed | 1 << profile : listed & ~(1 << profile);
        }
    }

    boolean isListed(int profile) {
        return (listed >> profile & 1) != 0;
    }

    /** A new connection to a world: signed lines count anew, nobody is listed. */
    void restart() {
        nextIndex = 0;
        listed = 0;
    }

    boolean sameAs(ModelChat other) {
        return listed == other.listed
                && nextIndex == other.nextIndex
                && Arrays.equals(lines, 0, size, other.lines, 0, other.size);
    }

    @Override
    public String toString() {
        return "listed " + Integer.toBinaryString(listed) + ", lines " + Arrays.toString(Arrays.copyOf(lines, size));
    }
}
