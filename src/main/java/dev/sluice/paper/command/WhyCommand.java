package dev.sluice.paper.command;

import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.overlay.EntityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bukkit.Server;
import org.bukkit.command.CommandSender;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;

/**
 * {@code /netstats why <player> <entity id>}: tells why an entity has its place among those that the player is shown. The
 * answer comes from the player's event loop, mostly at once.
 */
final class WhyCommand {

    /** An entity that is looked at is found as far away as this. */
    private static final int LOOK_BLOCKS = 64;

    private final Server server;
    private final NetstatsActions actions;

    WhyCommand(Server server, NetstatsActions actions) {
        this.server = server;
        this.actions = actions;
    }

    /** Returns whether that was understood; otherwise the usage helps. */
    boolean run(CommandSender sender, List<String> words) {
        if (words.size() != 2) {
            return false;
        }
        Player player = server.getPlayerExact(words.getFirst());
        if (player == null) {
            sender.sendMessage(Messages.notOnline(words.getFirst()));
            return true;
        }
        int entityId;
        try {
            entityId = Integer.parseInt(words.getLast());
        } catch (NumberFormatException e) {
            sender.sendMessage(Messages.notAnEntityId(words.getLast()));
            return true;
        }
        String name = player.getName();
        // On any thread: messages may be sent from any.
        var unused = actions.explain(player, entityId).whenComplete((terms, failure) -> {
            if (failure != null) {
                sender.sendMessage(Messages.notManaged(name));
            } else {
                answer(sender, name, entityId, terms);
            }
        });
        return true;
    }

    /** What may follow the words so far: a player, then the entity that the asking one looks at, since the game shows no ids. */
    List<String> complete(CommandSender sender, List<String> words) {
        List<String> next = new ArrayList<>();
        if (words.isEmpty()) {
            server.getOnlinePlayers().forEach(player -> next.add(player.getName()));
        } else if (words.size() == 1 && sender instanceof Player player) {
            Entity lookedAt = player.getTargetEntity(LOOK_BLOCKS);
            if (lookedAt != null) {
                next.add(String.valueOf(lookedAt.getEntityId()));
            }
        }
        return next;
    }

    private static void answer(CommandSender sender, String name, int entityId, Optional<PriorityTerms> terms) {
        if (terms.isEmpty()) {
            sender.sendMessage(Messages.unknownEntity(name, entityId));
        } else {
            EntityReport.render(name, terms.get()).forEach(sender::sendMessage);
        }
    }
}
