package org.bukkit.plugin;

/** A disabled plugin asked for something. */
public class IllegalPluginAccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IllegalPluginAccessException(String message) {
        super(message);
    }
}
