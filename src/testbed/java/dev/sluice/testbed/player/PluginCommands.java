package dev.sluice.testbed.player;

import dev.sluice.testbed.plugin.PluginHost;
import java.util.List;
import net.minestom.server.command.CommandManager;
import net.minestom.server.command.CommandSender;
import net.minestom.server.command.builder.Command;
import net.minestom.server.command.builder.arguments.ArgumentStringArray;
import net.minestom.server.command.builder.suggestion.Suggestion;
import net.minestom.server.command.builder.suggestion.SuggestionEntry;

/** Declares the plugins' commands to clients, and hands command lines and completions to the plugins' host. */
public final class PluginCommands {
    private final PluginHost host;

    public PluginCommands(PluginHost host) {
        this.host = host;
    }

    public void register(CommandManager commands) {
        host.commandNames().forEach(name -> commands.register(bridge(name)));
    }

    private Command bridge(String name) {
        Command command = new Command(name);
        command.setDefaultExecutor((sender, context) -> run(sender, context.getInput()));
        ArgumentStringArray rest = new ArgumentStringArray("arguments");
        rest.setSuggestionCallback((sender, context, suggestion) -> complete(sender, context.getInput(), suggestion));
        command.addSyntax((sender, context) -> run(sender, context.getInput()), rest);
        return command;
    }

    private void run(CommandSender sender, String line) {
        if (sender instanceof GamePlayer player) {
            host.command(player, line);
        } else {
            host.consoleCommand(line);
        }
    }

    private void complete(CommandSender sender, String input, Suggestion suggestion) {
        if (sender instanceof GamePlayer player) {
            String line = input.replace("\0", "");
            List<String> words = host.complete(player, line);
            int start = line.lastIndexOf(' ') + 1;
            suggestion.setStart(start + 1);
            suggestion.setLength(line.length() - start);
            words.forEach(word -> suggestion.addEntry(new SuggestionEntry(word)));
        }
    }
}
