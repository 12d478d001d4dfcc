package dev.sluice.engine.port;

import org.jspecify.annotations.Nullable;

/** One way to learn of a client's link. Each says in its readings what it sees, and leaves out what it cannot see. */
public interface LinkProbe {

    /** Sees nothing. */
    LinkProbe NONE = new LinkProbe() {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public @Nullable LinkReading read() {
            return null;
        }
    };

    /** What this probe looks at, for people: {@code ping}, {@code tcp_info}. */
    String name();

    /** What it sees now; null while it sees nothing. Called on the client's thread. */
    @Nullable
    LinkReading read();
}
