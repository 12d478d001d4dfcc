package org.bukkit.event;

/** What a listener may call off. */
public interface Cancellable {
    boolean isCancelled();

    void setCancelled(boolean cancel);
}
