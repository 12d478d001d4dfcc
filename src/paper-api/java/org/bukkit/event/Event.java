package org.bukkit.event;

import org.bukkit.Bukkit;

/** Something that listeners may hear of. */
public abstract class Event {
    private final boolean async;

    public Event() {
        this(false);
    }

    public Event(boolean isAsync) {
        this.async = isAsync;
    }

    public boolean callEvent() {
        Bukkit.getPluginManager().callEvent(this);
        return !(this instanceof Cancellable c) || !c.isCancelled();
    }

    public String getEventName() {
        return getClass().getSimpleName();
    }

    public abstract HandlerList getHandlers();

    public final boolean isAsynchronous() {
        return async;
    }
}
