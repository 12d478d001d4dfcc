package dev.sluice.testbed.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import org.bukkit.command.CommandException;
import org.bukkit.command.CommandSender;
import org.bukkit.command.PluginCommand;
import org.jspecify.annotations.Nullable;

/** The plugins' commands by name and alias. */
public final class Commands {
    private static final Logger LOGGER = Logger.getLogger(Commands.class.getName());

    private final Map<String, PluginCommand> byName = new ConcurrentHashMap<>();

    void add(PluginCommand command) {
        byName.put(command.getName().toLowerCase(Locale.ROOT), command);
        command.getAliases().forEach(alias -> byName.putIfAbsent(alias.toLowerCase(Locale.ROOT), command));
    }

    void clear() {
        byName.clear();
    }

    Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    public @Nullable PluginCommand get(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    /** Runs a line without its slash. Returns false where there is no such command. */
    public boolean dispatch(CommandSender sender, String line) {
        String[] words = line.split(" ", -1);
        PluginCommand command = get(words[0]);
        if (command == null) {
            return false;
        }
        try {
            command.execute(sender, words[0], arguments(words));
        } catch (CommandException e) {
            LOGGER.log(Level.SEVERE, e, () -> "the command '" + line + "' failed");
            sender.sendMessage(Component.text(
                    "An internal error occurred while attempting to perform this command", NamedTextColor.RED));
        }
        return true;
    }

    /** Suggestions for a line's last word. */
    List<String> complete(CommandSender sender, String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 1) {
            String start = words[0].toLowerCase(Locale.ROOT);
            return byName.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(start))
                    .filter(entry -> entry.getValue().testPermissionSilent(sender))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
        PluginCommand command = get(words[0]);
        if (command == null || !command.testPermissionSilent(sender)) {
            return List.of();
        }
        return command.tabComplete(sender, words[0], arguments(words));
    }

    private static String[] arguments(String[] words) {
        return Arrays.copyOfRange(words, 1, words.length);
    }
}
