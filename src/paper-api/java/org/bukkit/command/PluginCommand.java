package org.bukkit.command;

import java.util.List;
import org.bukkit.plugin.Plugin;

/** A command that a plugin's plugin.yml declares. */
public final class PluginCommand extends Command implements PluginIdentifiableCommand {
    private final Plugin owningPlugin;
    private CommandExecutor executor;
    private TabCompleter completer;

    /** As in Bukkit, only the server makes one: it reaches in by reflection. */
    protected PluginCommand(String name, Plugin owner) {
        super(name);
        this.executor = owner;
        this.owningPlugin = owner;
        this.usageMessage = "";
    }

    @Override
    public boolean execute(CommandSender sender, String commandLabel, String[] args) {
        if (!owningPlugin.isEnabled()) {
            throw new CommandException(
                    "Cannot execute command '" + commandLabel + "' in plugin " + owningPlugin.getName()
                            + " - plugin is disabled.",
                    null);
        }
        if (!testPermission(sender)) {
            return true;
        }
        boolean success;
        try {
            success = executor.onCommand(sender, this, commandLabel, args);
        } catch (Throwable e) {
            throw new CommandException(
                    "Unhandled exception executing command '" + commandLabel + "' in plugin " + owningPlugin.getName(),
                    e);
        }
        if (!success && !usageMessage.isEmpty()) {
            for (String line : usageMessage.replace("<command>", commandLabel).split("\n")) {
                sender.sendMessage(line);
            }
        }
        return success;
    }

    public void setExecutor(CommandExecutor executor) {
        this.executor = executor == null ? owningPlugin : executor;
    }

    public CommandExecutor getExecutor() {
        return executor;
    }

    public void setTabCompleter(TabCompleter completer) {
        this.completer = completer;
    }

    public TabCompleter getTabCompleter() {
        return completer;
    }

    @Override
    public Plugin getPlugin() {
        return owningPlugin;
    }

    @Override
    public List<String> tabComplete(CommandSender sender, String alias, String[] args)
            throws CommandException, IllegalArgumentException {
        TabCompleter asked = completer != null ? completer : executor instanceof TabCompleter c ? c : null;
        List<String> found = asked == null ? null : asked.onTabComplete(sender, this, alias, args);
        return found == null ? super.tabComplete(sender, alias, args) : found;
    }
}
