package org.bukkit.event;

/** A listener threw. */
public class EventException extends Exception {
    private static final long serialVersionUID = 1L;

    public EventException(Throwable cause) {
        super(cause);
    }
}
