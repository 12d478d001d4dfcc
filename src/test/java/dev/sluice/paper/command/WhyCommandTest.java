package dev.sluice.paper.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.paper.Fakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import org.bukkit.Server;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.bukkit.command.ConsoleCommandSender;
import org.bukkit.command.RemoteConsoleCommandSender;
import org.bukkit.entity.Entity;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code /netstats why <player> <entity id>}. */
final class WhyCommandTest {

    private static final String USAGE = "Use /netstats, /netstats <player>, /netstats profile [player] [name|auto],"
            + " /netstats why <player> <entity id> or /netstats reload.";

    private final List<String> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final CompletableFuture<Optional<PriorityTerms>> answer = new CompletableFuture<>();
    private final Player ada = Fakes.of(Player.class, Map.of("getName", args -> "Ada"));

    @SuppressWarnings("FutureReturnValueIgnored") // the fake hands it to the command
    private final NetstatsCommand command = new NetstatsCommand(
            Fakes.of(
                    Server.class,
                    Map.of(
                            "getPlayerExact", args -> "ada".equalsIgnoreCase((String) args[0]) ? ada : null,
                            "getOnlinePlayers", args -> List.of(ada))),
            Fakes.of(NetstatsActions.class, Map.of("explain", args -> {
                asked.add(((Player) args[0]).getName() + " " + args[1]);
                return answer;
            })));

    @Test
    void why_knownEntity_isToldOnceTheAnswerIsThere() {
        run(sender(Permissions.WHY), "WHY", "ada", "1234");
        assertEquals(List.of("Ada 1234"), asked);
        assertEquals(List.of(), told);

        answer.complete(Optional.of(new PriorityTerms(1234, 12.34, 0.5, 3, 0.4, 1.4, 2, 1, 1.5, 6.3, 2, true)));

        assertEquals(
                List.of(
                        "Ada: entity 1234, 12.34 blocks away · score 6.30",
                        "  proximity 0.50 × 3 ticks since sent × change 1.40 (0.40 blocks) × look 2 × combat 1 × boost 1.50",
                        "  updated every 2nd tick, withheld in this tick"),
                told);
    }

    @Test
    void why_entityAtAnUnknownPlace_saysSo() {
        run(sender(Permissions.WHY), "why", "Ada", "-7");

        answer.complete(Optional.of(new PriorityTerms(-7, Double.NaN, 1, 20, 0, 1, 1, 4, 1, 80, 1, false)));

        assertEquals("Ada: entity -7, at an unknown place · score 80", told.getFirst());
        assertEquals("  updated every tick, may go in this tick", told.getLast());
    }

    @Test
    void why_unknownEntity_isSaid() {
        run(sender(Permissions.WHY), "why", "Ada", "7");

        answer.complete(Optional.empty());

        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("Sluice knows no entity 7 of Ada's"), told::toString);
    }

    @Test
    void why_unmanagedPlayer_isSaid() {
        run(sender(Permissions.WHY), "why", "Ada", "7");

        answer.completeExceptionally(new RejectedExecutionException("not managed"));

        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("Sluice does not manage the connection of Ada"), told::toString);
    }

    @Test
    void why_wordsThatMeanNothing_areSaid() {
        run(sender(Permissions.WHY), "why", "Bob", "7");
        run(sender(Permissions.WHY), "why", "Ada", "zombie");
        run(sender(Permissions.WHY), "why", "Ada");
        run(sender(Permissions.WHY), "why", "Ada", "7", "now");

        assertEquals(List.of(), asked);
        assertEquals(
                List.of(
                        "No player named Bob is online. Check the spelling; the Tab key lists who is.",
                        "Expected the network id of an entity, a whole number such as 1234, found zombie.",
                        USAGE,
                        USAGE),
                told);
    }

    /** The server answers RCON when the command returns. */
    @Test
    void why_overRcon_isToldBeforeTheCommandReturns() {
        WhyCommand why = why(60_000, CompletableFuture.supplyAsync(Optional::empty));

        assertTrue(why.run(rcon(), List.of("Ada", "7")));

        assertTrue(told.getFirst().startsWith("Sluice knows no entity 7 of Ada's"), told::toString);
    }

    @Test
    void why_overRconAndNoAnswer_isSaidAndNothingLater() {
        assertTrue(why(0, answer).run(rcon(), List.of("Ada", "7")));
        answer.complete(Optional.empty());

        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("The connection of Ada did not answer in time."), told::toString);
    }

    /** A command block shows what it is told, which is the main thread's to do. */
    @Test
    void why_byACommandBlock_isToldNothingOnAnotherThread() {
        CommandSender block = Fakes.of(CommandSender.class, Map.of("sendMessage", this::tell));

        assertTrue(why(0, answer).run(block, List.of("Ada", "7")));
        answer.complete(Optional.empty());

        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("The connection of Ada did not answer in time."), told::toString);
    }

    /** What players are told may be sent from any thread: the server's tick does not stand still for it. */
    @Test
    void why_byAPlayer_isToldOnceTheAnswerIsThere() {
        Player asks = Fakes.of(Player.class, Map.of("sendMessage", this::tell));

        assertTrue(why(0, answer).run(asks, List.of("Ada", "7")));
        assertEquals(List.of(), told);
        answer.complete(Optional.empty());

        assertTrue(told.getFirst().startsWith("Sluice knows no entity 7 of Ada's"), told::toString);
    }

    @Test
    void why_overRconAndItFails_isSaid() {
        answer.completeExceptionally(new RejectedExecutionException("not managed"));

        assertTrue(why(0, answer).run(rcon(), List.of("Ada", "7")));

        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith("Sluice does not manage the connection of Ada"), told::toString);
    }

    @Test
    void why_withoutPermission_isRefused() {
        run(sender(Permissions.OTHERS, Permissions.PROFILE), "why", "Ada", "7");

        assertEquals(List.of(), asked);
        assertEquals(
                List.of("You may not do that. Ask an administrator for the permission sluice.netstats.why."), told);
    }

    @Test
    void tabCompletion_why_offersPlayers() {
        assertEquals(List.of("why"), complete(sender(Permissions.WHY), "w"));
        assertEquals(List.of("Ada"), complete(sender(Permissions.WHY), "why", "a"));
        assertEquals(List.of(), complete(sender(Permissions.WHY), "why", "Ada", ""));
        assertEquals(List.of(), complete(sender(Permissions.OTHERS), "why", ""));
    }

    @Test
    void tabCompletion_whyOfAPlayerByOneWhoLooksAtAnEntity_offersItsId() {
        assertEquals(
                List.of("1234"),
                complete(looker(Fakes.of(Entity.class, Map.of("getEntityId", args -> 1234))), "why", "Ada", "1"));
        assertEquals(List.of(), complete(looker(null), "why", "Ada", ""));
    }

    private static Player looker(@Nullable Entity target) {
        return Fakes.of(Player.class, Map.of("hasPermission", args -> true, "getTargetEntity", args -> target));
    }

    private void run(CommandSender sender, String... args) {
        assertTrue(command.onCommand(sender, bukkitCommand(), "netstats", args));
    }

    private List<String> complete(CommandSender sender, String... args) {
        return command.onTabComplete(sender, bukkitCommand(), "netstats", args);
    }

    private static Command bukkitCommand() {
        return new Command("netstats") {
            @Override
            public boolean execute(CommandSender sender, String commandLabel, String[] args) {
                return false;
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the fake hands it to the command
    private WhyCommand why(long patienceMillis, CompletableFuture<Optional<PriorityTerms>> comes) {
        return new WhyCommand(
                Fakes.of(Server.class, Map.of("getPlayerExact", args -> ada)),
                Fakes.of(NetstatsActions.class, Map.of("explain", args -> comes)),
                patienceMillis);
    }

    private RemoteConsoleCommandSender rcon() {
        return Fakes.of(RemoteConsoleCommandSender.class, Map.of("sendMessage", this::tell));
    }

    private CommandSender sender(String... permissions) {
        Set<String> given = Set.of(permissions);
        return Fakes.of(
                ConsoleCommandSender.class,
                Map.of("hasPermission", args -> given.contains((String) args[0]), "sendMessage", this::tell));
    }

    private Object tell(Object... args) {
        return told.add(plain((Component) args[0]));
    }

    private static String plain(Component component) {
        StringBuilder text = new StringBuilder(component instanceof TextComponent own ? own.content() : "");
        component.children().forEach(child -> text.append(plain(child)));
        return text.toString();
    }
}
