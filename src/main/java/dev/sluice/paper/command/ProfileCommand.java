package dev.sluice.paper.command;

import java.util.ArrayList;
import java.util.List;
import org.bukkit.Server;
import org.bukkit.command.CommandSender;
import org.bukkit.entity.Player;

/**
 * {@code /netstats profile [player] [name|auto]}: shows a player's profile, or sets it until the player leaves. A player's lone
 * word is a profile before it is a player; anybody else's is a player.
 */
final class ProfileCommand {

    private static final String AUTO = "auto";

    private final Server server;
    private final NetstatsActions actions;

    ProfileCommand(Server server, NetstatsActions actions) {
        this.server = server;
        this.actions = actions;
    }

    /** Returns whether that was understood; otherwise the usage helps. */
    boolean run(CommandSender sender, List<String> words) {
        switch (words.size()) {
            case 0 -> {
                if (!(sender instanceof Player player)) {
                    return false;
                }
                show(sender, player);
            }
            case 1 -> showOrSetOwn(sender, words.getFirst());
            case 2 -> {
                Player player = server.getPlayerExact(words.getFirst());
                if (player == null) {
                    sender.sendMessage(Messages.notOnline(words.getFirst()));
                } else if (isChoice(words.getLast())) {
                    set(sender, player, words.getLast());
                } else {
                    sender.sendMessage(Messages.noSuchProfile(words.getLast(), actions.profileNames()));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What may follow the words so far. */
    List<String> complete(List<String> words) {
        List<String> next = new ArrayList<>();
        if (words.size() > 1 || (words.size() == 1 && server.getPlayerExact(words.getFirst()) == null)) {
            return next;
        }
        next.addAll(actions.profileNames());
        next.add(AUTO);
        if (words.isEmpty()) {
            server.getOnlinePlayers().forEach(player -> next.add(player.getName()));
        }
        return next;
    }

    private void showOrSetOwn(CommandSender sender, String word) {
        if (isChoice(word) && sender instanceof Player own) {
            set(sender, own, word);
            return;
        }
        Player player = server.getPlayerExact(word);
        if (player == null && isChoice(word)) {
            // The console has no profile of its own.
            sender.sendMessage(Messages.nameThePlayer(word));
        } else if (player == null) {
            sender.sendMessage(Messages.notOnlineNorProfile(word, actions.profileNames()));
        } else {
            show(sender, player);
        }
    }

    private void show(CommandSender sender, Player player) {
        actions.profile(player)
                .ifPresentOrElse(
                        profile -> sender.sendMessage(Messages.profile(player.getName(), profile)),
                        () -> sender.sendMessage(Messages.notManaged(player.getName())));
    }

    private void set(CommandSender sender, Player player, String choice) {
        boolean automatic = choice.equals(AUTO);
        if (!actions.setProfile(player, automatic ? null : choice)) {
            sender.sendMessage(Messages.notManaged(player.getName()));
        } else {
            sender.sendMessage(
                    automatic
                            ? Messages.profileAutomatic(player.getName())
                            : Messages.profileSet(player.getName(), choice));
        }
    }

    private boolean isChoice(String word) {
        return word.equals(AUTO) || actions.profileNames().contains(word);
    }
}
