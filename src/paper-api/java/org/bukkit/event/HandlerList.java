package org.bukkit.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bukkit.plugin.Plugin;
import org.bukkit.plugin.RegisteredListener;

/** The listeners of one event class. */
public class HandlerList {
    private static final List<HandlerList> ALL = new CopyOnWriteArrayList<>();

    private volatile RegisteredListener[] handlers = {};

    @SuppressWarnings("this-escape") // the event class that owns the list keeps it for ever, as in Bukkit
    public HandlerList() {
        ALL.add(this);
    }

    public static void unregisterAll(Plugin plugin) {
        ALL.forEach(list -> list.unregister(plugin));
    }

    public static void unregisterAll(Listener listener) {
        ALL.forEach(list -> list.unregister(listener));
    }

    public synchronized void register(RegisteredListener listener) {
        List<RegisteredListener> next = new ArrayList<>(Arrays.asList(handlers));
        next.add(listener);
        next.sort(Comparator.comparing(RegisteredListener::getPriority));
        handlers = next.toArray(RegisteredListener[]::new);
    }

    public synchronized void unregister(Plugin plugin) {
        handlers =
                Arrays.stream(handlers).filter(one -> one.getPlugin() != plugin).toArray(RegisteredListener[]::new);
    }

    public synchronized void unregister(Listener listener) {
        handlers = Arrays.stream(handlers)
                .filter(one -> one.getListener() != listener)
                .toArray(RegisteredListener[]::new);
    }

    public RegisteredListener[] getRegisteredListeners() {
        return handlers;
    }
}
