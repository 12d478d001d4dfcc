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

    /** Of each player that is listed: the chat session by which its lines are checked. */
    private final int[] sessions = new int[Places.PROFILES];

    /** And all that the list has shown of it, in order. */
    private final int[] shown = new int[Places.PROFILES];

    ModelChat(Consumer<String> violations) {
        this.violations = violations;
    }

    void line(int serial) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, 2 * size);
        }
        lines[size++] = serial;
    }

    void playerLine(int serial, int profile, int index, int session) {
        if (!isListed(profile)) {
            violations.accept("a signed line of unlisted player " + profile);
        } else if (sessions[profile] != session) {
            violations.accept("a line of session " + session + " of player " + profile + ", whose session is "
                    + sessions[profile]);
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
            if (!add) {
                forget(profile);
            }
        }
    }

    void session(int profile, int session) {
        if (!isListed(profile)) {
            violations.accept("a chat session of unlisted player " + profile);
        }
        sessions[profile] = session;
    }

    void show(int[] profiles, int value) {
        for (int profile : profiles) {
            if (!isListed(profile)) {
                violations.accept("something shown of unlisted player " + profile);
            }
            shown[profile] = shown[profile] * 31 + value;
        }
    }

    private void forget(int profile) {
        sessions[profile] = 0;
        shown[profile] = 0;
    }

    boolean isListed(int profile) {
        return (listed >> profile & 1) != 0;
    }

    /** A new connection to a world: signed lines count anew, nobody is listed. */
    void restart() {
        nextIndex = 0;
        listed = 0;
        Arrays.fill(sessions, 0);
        Arrays.fill(shown, 0);
    }

    boolean sameAs(ModelChat other) {
        return listed == other.listed
                && nextIndex == other.nextIndex
                && Arrays.equals(sessions, other.sessions)
                && Arrays.equals(shown, other.shown)
                && Arrays.equals(lines, 0, size, other.lines, 0, other.size);
    }

    @Override
    public String toString() {
        return "listed " + Integer.toBinaryString(listed) + ", sessions " + Arrays.toString(sessions) + ", shown "
                + Arrays.toString(shown) + ", lines " + Arrays.toString(Arrays.copyOf(lines, size));
    }
}
