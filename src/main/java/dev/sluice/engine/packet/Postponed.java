package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/** A failure that waits until nothing can be lost by throwing it. */
public final class Postponed {

    private Postponed() {}

    /** Throws a failure of unchecked code; does nothing if there is none. */
    public static void rethrow(@Nullable Throwable failure) {
        switch (failure) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException("expected an unchecked failure, found " + failure, failure);
        }
    }
}
