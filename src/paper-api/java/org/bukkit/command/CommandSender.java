package org.bukkit.command;

import net.kyori.adventure.audience.Audience;
import net.kyori.adventure.text.Component;
import org.bukkit.Server;
import org.bukkit.permissions.Permissible;

/** What may give commands and is told the outcome. */
public interface CommandSender extends Audience, Permissible {
    void sendMessage(String message);

    Server getServer();

    String getName();

    Component name();
}
