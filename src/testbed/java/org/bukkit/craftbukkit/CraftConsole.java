package org.bukkit.craftbukkit;

import java.util.logging.Logger;
import net.kyori.adventure.identity.Identity;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.plain.PlainTextComponentSerializer;
import org.bukkit.Server;
import org.bukkit.command.ConsoleCommandSender;

/** The console: may do everything, reads the log. */
public final class CraftConsole implements ConsoleCommandSender {
    private final Server server;
    private final Logger logger;

    public CraftConsole(Server server, Logger logger) {
        this.server = server;
        this.logger = logger;
    }

    @Override
    public void sendMessage(String message) {
        logger.info(message);
    }

    @Override
    public void sendMessage(Component message) {
        logger.info(() -> PlainTextComponentSerializer.plainText().serialize(message));
    }

    @Override
    public Server getServer() {
        return server;
    }

    @Override
    public String getName() {
        return "CONSOLE";
    }

    @Override
    public Component name() {
        return Component.text(getName());
    }

    @Override
    public boolean isPermissionSet(String name) {
        return true;
    }

    @Override
    public boolean hasPermission(String name) {
        return true;
    }

    @Override
    public boolean isOp() {
        return true;
    }

    @Override
    public void setOp(boolean value) {
        throw new UnsupportedOperationException("Cannot change operator status of server console");
    }

    /** The console's identity is nobody's. */
    public Identity identity() {
        return Identity.nil();
    }
}
