package dev.sluice.paper.command;

import dev.sluice.overlay.NetstatsReport;
import dev.sluice.paper.config.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bukkit.Server;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.bukkit.command.TabExecutor;
import org.bukkit.entity.Player;

/**
 * {@code /netstats}, {@code /netstats <player>}, {@code /netstats reload}. Permissions are checked here and not by
 * plugin.yml, so that one who lacks a permission reads which. A player named {@code reload} can only be looked at with
 * the overlay.
 */
public final class NetstatsCommand implements TabExecutor {

    private static final String RELOAD = "reload";

    private final Server server;
    private final NetstatsActions actions;

    public NetstatsCommand(Server server, NetstatsActions actions) {
        this.server = server;
        this.actions = actions;
    }

    @Override
    public boolean onCommand(CommandSender sender, Command command, String label, String[] args) {
        switch (args.length) {
            case 0 -> toggle(sender);
            case 1 -> {
                if (args[0].equalsIgnoreCase(RELOAD)) {
                    reload(sender);
                } else {
                    show(sender, args[0]);
                }
            }
            default -> sender.sendMessage(Messages.usage(label));
        }
        return true;
    }

    private void toggle(CommandSender sender) {
        if (!(sender instanceof Player player)) {
            sender.sendMessage(Messages.notAPlayer());
        } else if (may(sender, Permissions.OWN)) {
            sender.sendMessage(actions.toggle(player) ? Messages.shown() : Messages.hidden());
        }
    }

    private void show(CommandSender sender, String name) {
        if (!may(sender, Permissions.OTHERS)) {
            return;
        }
        Player player = server.getPlayerExact(name);
        if (player == null) {
            sender.sendMessage(Messages.notOnline(name));
            return;
        }
        actions.stats(player)
                .ifPresentOrElse(
                        stats -> NetstatsReport.render(player.getName(), stats).forEach(sender::sendMessage),
                        () -> sender.sendMessage(Messages.notManaged(player.getName())));
    }

    private void reload(CommandSender sender) {
        if (!may(sender, Permissions.ADMIN)) {
            return;
        }
        List<ConfigProblem> problems = actions.reload();
        sender.sendMessage(Messages.reloaded(problems));
        problems.forEach(problem -> sender.sendMessage(Messages.problem(problem)));
    }

    private static boolean may(CommandSender sender, String permission) {
        if (sender.hasPermission(permission)) {
            return true;
        }
        sender.sendMessage(Messages.mayNot(permission));
        return false;
    }

    @Override
    public List<String> onTabComplete(CommandSender sender, Command command, String alias, String[] args) {
        if (args.length != 1) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (sender.hasPermission(Permissions.ADMIN)) {
            words.add(RELOAD);
        }
        if (sender.hasPermission(Permissions.OTHERS)) {
            server.getOnlinePlayers().forEach(player -> words.add(player.getName()));
        }
        String typed = args[0].toLowerCase(Locale.ROOT);
        words.removeIf(word -> !word.toLowerCase(Locale.ROOT).startsWith(typed));
        words.sort(String.CASE_INSENSITIVE_ORDER);
        return words;
    }
}
