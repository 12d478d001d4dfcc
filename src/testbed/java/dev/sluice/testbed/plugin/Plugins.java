package dev.sluice.testbed.plugin;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bukkit.event.Event;
import org.bukkit.event.EventException;
import org.bukkit.event.EventHandler;
import org.bukkit.event.EventPriority;
import org.bukkit.event.HandlerList;
import org.bukkit.event.Listener;
import org.bukkit.event.server.PluginDisableEvent;
import org.bukkit.plugin.EventExecutor;
import org.bukkit.plugin.IllegalPluginAccessException;
import org.bukkit.plugin.Plugin;
import org.bukkit.plugin.PluginManager;
import org.bukkit.plugin.RegisteredListener;
import org.bukkit.plugin.java.JavaPlugin;
import org.jspecify.annotations.Nullable;

/** The hosted plugins and their listeners. */
final class Plugins implements PluginManager {
    private static final Logger LOGGER = Logger.getLogger(Plugins.class.getName());

    private final List<Plugin> plugins = new CopyOnWriteArrayList<>();

    void add(Plugin plugin) {
        plugins.add(plugin);
    }

    void remove(Plugin plugin) {
        plugins.remove(plugin);
    }

    @Override
    public @Nullable Plugin getPlugin(String name) {
        return plugins.stream()
                .filter(plugin -> plugin.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Plugin[] getPlugins() {
        return plugins.toArray(Plugin[]::new);
    }

    @Override
    public boolean isPluginEnabled(String name) {
        Plugin plugin = getPlugin(name);
        return plugin != null && plugin.isEnabled();
    }

    @Override
    public boolean isPluginEnabled(Plugin plugin) {
        return plugin.isEnabled();
    }

    @Override
    public void disablePlugin(Plugin plugin) {
        if (plugin.isEnabled() && plugin instanceof JavaPlugin java) {
            callEvent(new PluginDisableEvent(plugin));
            try {
                java.setEnabled(false);
            } catch (Throwable e) {
                LOGGER.log(Level.SEVERE, e, () -> "Error occurred while disabling " + plugin.getName());
            }
            HandlerList.unregisterAll(plugin);
        }
    }

    @Override
    public void callEvent(Event event) {
        for (RegisteredListener listener : event.getHandlers().getRegisteredListeners()) {
            if (!listener.getPlugin().isEnabled()) {
                continue;
            }
            try {
                listener.callEvent(event);
            } catch (Throwable e) {
                LOGGER.log(
                        Level.SEVERE,
                        e,
                        () -> "Could not pass event " + event.getEventName() + " to "
                                + listener.getPlugin().getName());
            }
        }
    }

    @Override
    public void registerEvents(Listener listener, Plugin plugin) {
        for (Method method : listener.getClass().getDeclaredMethods()) {
            EventHandler handler = method.getAnnotation(EventHandler.class);
            if (handler == null) {
                continue;
            }
            Class<? extends Event> event = method.getParameterTypes()[0].asSubclass(Event.class);
            method.setAccessible(true);
            registerEvent(event, listener, handler.priority(), call(method, event), plugin, handler.ignoreCancelled());
        }
    }

    private static EventExecutor call(Method method, Class<? extends Event> type) {
        return (listener, event) -> {
            if (!type.isInstance(event)) {
                return;
            }
            try {
                method.invoke(listener, event);
            } catch (ReflectiveOperationException e) {
                throw new EventException(e.getCause() == null ? e : e.getCause());
            }
        };
    }

    @Override
    public void registerEvent(
            Class<? extends Event> event,
            Listener listener,
            EventPriority priority,
            EventExecutor executor,
            Plugin plugin) {
        registerEvent(event, listener, priority, executor, plugin, false);
    }

    @Override
    public void registerEvent(
            Class<? extends Event> event,
            Listener listener,
            EventPriority priority,
            EventExecutor executor,
            Plugin plugin,
            boolean ignoreCancelled) {
        if (!plugin.isEnabled()) {
            throw new IllegalPluginAccessException("Plugin attempted to register " + listener + " while not enabled");
        }
        handlers(event).register(new RegisteredListener(listener, executor, priority, plugin, ignoreCancelled));
    }

    private static HandlerList handlers(Class<? extends Event> event) {
        try {
            Method method = Arrays.stream(event.getMethods())
                    .filter(one -> one.getName().equals("getHandlerList"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalPluginAccessException(
                            "Unable to find handler list for event " + event.getName()));
            return (HandlerList) method.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalPluginAccessException(e.toString());
        }
    }
}
