package dev.sluice.paper.command;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.overlay.ConnectionView;
import dev.sluice.overlay.NetstatsReport;
import dev.sluice.paper.config.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bukkit.Server;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.bukkit.command.TabExecutor;
import org.bukkit.entity.Player;

/**
 * {@code /netstats}, {@code /netstats <player>}, {@code /netstats reload}, {@code /netstats profile}, {@code
 * /netstats why}. Permissions are checked here and not by plugin.yml, so that one who lacks a permission reads which. A player
 * named {@code reload}, {@code profile} or {@code why} can only be looked at with the overlay.
 */
public final class NetstatsCommand implements TabExecutor {

    private static final String RELOAD = "reload";
    private static final String PROFILE = "profile";
    private static final String WHY = "why";

    private final Server server;
    private final NetstatsActions actions;
    private final ProfileCommand profile;
    private final WhyCommand why;

    public NetstatsCommand(Server server, NetstatsActions actions) {
        this.server = server;
        this.actions = actions;
        this.profile = new ProfileCommand(server, actions);
        this.why = new WhyCommand(server, actions);
    }

    @Override
    public boolean onCommand(CommandSender sender, Command command, String label, String[] args) {
        if (args.length == 0) {
            toggle(sender);
        } else if (args[0].equalsIgnoreCase(PROFILE)) {
            profile(sender, label, List.of(args).subList(1, args.length));
        } else if (args[0].equalsIgnoreCase(WHY)) {
            why(sender, label, List.of(args).subList(1, args.length));
        } else if (args.length > 1) {
            sender.sendMessage(Messages.usage(label));
        } else if (args[0].equalsIgnoreCase(RELOAD)) {
            reload(sender);
        } else {
            show(sender, args[0]);
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
        Optional<BandwidthStats> stats = actions.stats(player);
        Optional<ConnectionView> connection = actions.connection(player);
        if (stats.isEmpty() || connection.isEmpty()) {
            sender.sendMessage(Messages.notManaged(player.getName()));
        } else {
            NetstatsReport.render(player.getName(), stats.get(), connection.get())
                    .forEach(sender::sendMessage);
        }
    }

    private void profile(CommandSender sender, String label, List<String> words) {
        if (may(sender, Permissions.PROFILE) && !profile.run(sender, words)) {
            sender.sendMessage(Messages.usage(label));
        }
    }

    private void why(CommandSender sender, String label, List<String> words) {
        if (may(sender, Permissions.WHY) && !why.run(sender, words)) {
            sender.sendMessage(Messages.usage(label));
        }
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
        List<String> words = new ArrayList<>();
        if (args.length > 1 && args[0].equalsIgnoreCase(PROFILE)) {
            if (sender.hasPermission(Permissions.PROFILE)) {
                words.addAll(profile.complete(List.of(args).subList(1, args.length - 1)));
            }
        } else if (args.length > 1 && args[0].equalsIgnoreCase(WHY)) {
            if (sender.hasPermission(Permissions.WHY)) {
                words.addAll(why.complete(sender, List.of(args).subList(1, args.length - 1)));
            }
        } else if (args.length == 1) {
            firstWords(sender, words);
        }
        String typed = args.length == 0 ? "" : args[args.length - 1].toLowerCase(Locale.ROOT);
        words.removeIf(word -> !word.toLowerCase(Locale.ROOT).startsWith(typed));
        words.sort(String.CASE_INSENSITIVE_ORDER);
        return words;
    }

    private void firstWords(CommandSender sender, List<String> words) {
        if (sender.hasPermission(Permissions.ADMIN)) {
            words.add(RELOAD);
        }
        if (sender.hasPermission(Permissions.PROFILE)) {
            words.add(PROFILE);
        }
        if (sender.hasPermission(Permissions.WHY)) {
            words.add(WHY);
        }
        if (sender.hasPermission(Permissions.OTHERS)) {
            server.getOnlinePlayers().forEach(player -> words.add(player.getName()));
        }
    }
}
