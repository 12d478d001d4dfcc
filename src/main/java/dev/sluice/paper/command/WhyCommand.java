package dev.sluice.paper.command;

import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.overlay.EntityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bukkit.Server;
import org.bukkit.command.CommandSender;
import org.bukkit.command.ConsoleCommandSender;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;

/**
 * {@code /netstats why <player> <entity id>}: tells why an entity has its place among those that the player is shown. The
 * answer comes from the player's event loop, mostly at once, and is told there: messages to players and the console may be sent from
 * any thread. For whoever else asks it is waited for. The server answers RCON when the command returns, and drops what is said
 * afterwards (26.1.2, {@code RconConsoleSource}); a command block shows the message, which changes the world ({@code
 * BaseCommandBlock}; in 1.21.7 whenever it comes).
 */
final class WhyCommand {

    /** An entity that is looked at is found as far away as this. */
    private static final int LOOK_BLOCKS = 64;

    /** How long the server's tick may stand still for that; an event loop answers within microseconds unless it hangs. */
    private static final long PATIENCE_MILLIS = 250;

    private final Server server;
    private final NetstatsActions actions;
    private final long patienceMillis;

    WhyCommand(Server server, NetstatsActions actions) {
        this(server, actions, PATIENCE_MILLIS);
    }

    WhyCommand(Server server, NetstatsActions actions, long patienceMillis) {
        this.server = server;
        this.actions = actions;
        this.patienceMillis = patienceMillis;
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
        CompletableFuture<Optional<PriorityTerms>> asked = actions.explain(player, entityId);
        if (!mayBeToldAnywhere(sender) && !comes(asked)) {
            sender.sendMessage(Messages.noAnswerInTime(name));
            return true;
        }
        var unused = asked.whenComplete((terms, failure) -> {
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

    /** Whether messages to it may be sent from any thread, and at any time. */
    private static boolean mayBeToldAnywhere(CommandSender sender) {
        return sender instanceof Player || sender instanceof ConsoleCommandSender;
    }

    private boolean comes(CompletableFuture<?> asked) {
        try {
            asked.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // A failure is an answer as well.
        }
        return asked.isDone();
    }

    private static void answer(CommandSender sender, String name, int entityId, Optional<PriorityTerms> terms) {
        if (terms.isEmpty()) {
            sender.sendMessage(Messages.unknownEntity(name, entityId));
        } else {
            EntityReport.render(name, terms.get()).forEach(sender::sendMessage);
        }
    }
}
