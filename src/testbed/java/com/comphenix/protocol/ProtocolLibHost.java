package com.comphenix.protocol;

import com.comphenix.protocol.async.AsyncFilterManager;
import com.comphenix.protocol.error.BasicErrorReporter;
import com.comphenix.protocol.error.ErrorReporter;
import com.comphenix.protocol.injector.InternalManager;
import com.comphenix.protocol.injector.PacketFilterBuilder;
import com.comphenix.protocol.injector.PacketFilterManager;
import com.comphenix.protocol.scheduler.ProtocolScheduler;
import com.comphenix.protocol.utility.MinecraftVersion;
import java.lang.reflect.Field;
import org.bukkit.Server;
import org.bukkit.plugin.Plugin;

/**
 * Starts ProtocolLib's own packet manager, as its plugin would, without the plugin's commands, configuration and
 * updater. It can be started once per JVM, because ProtocolLib keeps it in a static field.
 */
public final class ProtocolLibHost extends ProtocolLibrary {
    private ProtocolLibHost() {}

    /**
     * Starts it, registers its listeners and makes it ProtocolLibrary's.
     *
     * @param library stands for ProtocolLib's plugin
     */
    public static InternalManager start(Server server, Plugin library, ProtocolScheduler scheduler) {
        scheduleBeforeInit(scheduler);
        ErrorReporter reporter = new BasicErrorReporter();
        AsyncFilterManager async = new AsyncFilterManager(reporter, scheduler);
        InternalManager manager = new PacketFilterManager(new PacketFilterBuilder() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public Plugin getLibrary() {
                return library;
            }

            @Override
            public MinecraftVersion getMinecraftVersion() {
                return MinecraftVersion.getCurrentVersion();
            }

            @Override
            public ErrorReporter getReporter() {
                return reporter;
            }

            @Override
            public AsyncFilterManager getAsyncManager() {
                return async;
            }
        });
        init(library, null, manager, scheduler, reporter);
        manager.registerEvents(server.getPluginManager(), library);
        return manager;
    }

    /**
     * ProtocolLib 5.4.0 reads its packet registry before it has a scheduler, and asks the scheduler about packets newer
     * than itself: the whole registry would be lost on the first of them.
     */
    private static void scheduleBeforeInit(ProtocolScheduler scheduler) {
        try {
            Field field = ProtocolLibrary.class.getDeclaredField("scheduler");
            field.setAccessible(true);
            field.set(null, scheduler);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("expected ProtocolLibrary.scheduler as in ProtocolLib 5.4.0", e);
        }
    }
}
