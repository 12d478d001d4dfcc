package org.bukkit.command;

import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** A command by its name. */
public abstract class Command {
    private final String name;
    private List<String> aliases;
    private String label;
    private String permission;
    private Component permissionMessage;
    protected String description;
    protected String usageMessage;

    protected Command(String name) {
        this(name, "", "/" + name, new ArrayList<>());
    }

    protected Command(String name, String description, String usageMessage, List<String> aliases) {
        this.name = name;
        this.label = name;
        this.description = description;
        this.usageMessage = usageMessage;
        this.aliases = aliases;
    }

    public abstract boolean execute(CommandSender sender, String commandLabel, String[] args);

    public List<String> tabComplete(CommandSender sender, String alias, String[] args) throws IllegalArgumentException {
        return List.of();
    }

    public String getName() {
        return name;
    }

    public String getLabel() {
        return label;
    }

    public boolean setLabel(String name) {
        this.label = name;
        return true;
    }

    public String getPermission() {
        return permission;
    }

    public void setPermission(String permission) {
        this.permission = permission;
    }

    public boolean testPermission(CommandSender target) {
        if (testPermissionSilent(target)) {
            return true;
        }
        target.sendMessage(
                permissionMessage == null
                        ? Component.text("You lack the permission for this command.", NamedTextColor.RED)
                        : permissionMessage);
        return false;
    }

    public boolean testPermissionSilent(CommandSender target) {
        if (permission == null || permission.isEmpty()) {
            return true;
        }
        for (String one : permission.split(";")) {
            if (target.hasPermission(one)) {
                return true;
            }
        }
        return false;
    }

    public List<String> getAliases() {
        return aliases;
    }

    public Command setAliases(List<String> aliases) {
        this.aliases = aliases;
        return this;
    }

    public String getDescription() {
        return description;
    }

    public Command setDescription(String description) {
        this.description = description;
        return this;
    }

    public String getUsage() {
        return usageMessage;
    }

    public Command setUsage(String usage) {
        this.usageMessage = usage;
        return this;
    }

    public Component permissionMessage() {
        return permissionMessage;
    }

    public void permissionMessage(Component permissionMessage) {
        this.permissionMessage = permissionMessage;
    }
}
