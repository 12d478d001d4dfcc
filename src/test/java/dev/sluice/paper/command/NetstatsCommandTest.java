package dev.sluice.paper.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.overlay.ConnectionView;
import dev.sluice.overlay.DeliveryView;
import dev.sluice.overlay.ProfileView;
import dev.sluice.overlay.ViewLimit;
import dev.sluice.paper.Fakes;
import dev.sluice.paper.config.ConfigProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import org.bukkit.Server;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.bukkit.entity.Player;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class NetstatsCommandTest {

    private final List<String> told = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, Player> online = new HashMap<>();
    private List<ConfigProblem> problems = List.of();
    private boolean managed = true;

    private final NetstatsCommand command = new NetstatsCommand(server(), new RecordedActions());

    @Test
    void noArguments_player_togglesTheOverlay() {
        Player ada = player("Ada", Permissions.OWN);

        run(ada);
        run(ada);

        assertEquals(List.of("toggle Ada", "toggle Ada"), done);
        assertTrue(told.get(0).contains("are shown"), told::toString);
        assertTrue(told.get(1).contains("are hidden"), told::toString);
    }

    @Test
    void noArguments_playerWithoutPermission_isToldWhichIsMissing() {
        run(player("Ada"));

        assertEquals(List.of(), done);
        assertEquals(List.of("You may not do that. Ask an administrator for the permission sluice.netstats."), told);
    }

    @Test
    void noArguments_console_isToldWhatWorksThere() {
        run(console());

        assertEquals(List.of(), done);
        assertEquals(
                List.of("Only a player has an overlay. From here use /netstats <player>, /netstats profile <player>,"
                        + " /netstats why <player> <entity id> or /netstats reload."),
                told);
    }

    @Test
    void playerName_console_showsTheirStatistics() {
        player("Ada");

        run(console(), "ada");

        assertEquals(7, told.size());
        assertEquals("  Client: confirms what it is sent, last 35 ms ago · 12 KB on their way", told.get(2));
        assertEquals("  profile co-op (by world), independent clock · entities every 2nd tick", told.get(3));
        assertEquals("  chunks are sent up to 7 away, 10 without Sluice: too many waited", told.get(4));
        assertTrue(told.getFirst().startsWith("Ada: Budget: 64 KB/s (auto), used: 41 KB/s"), told::toString);
    }

    @Test
    void playerName_unknown_isSaid() {
        run(console(), "Bob");

        assertEquals(List.of("No player named Bob is online. Check the spelling; the Tab key lists who is."), told);
    }

    @Test
    void playerName_unmanaged_isSaid() {
        player("Ada");
        managed = false;

        run(console(), "Ada");

        assertTrue(told.getFirst().startsWith("Sluice does not manage the connection of Ada"), told::toString);
    }

    @Test
    void playerName_withoutPermission_isRefusedEvenForOneself() {
        run(player("Ada", Permissions.OWN), "Ada");

        assertEquals(
                List.of("You may not do that. Ask an administrator for the permission sluice.netstats.others."), told);
    }

    @Test
    void reload_admin_isDone() {
        run(player("Ada", Permissions.ADMIN), "RELOAD");

        assertEquals(List.of("reload"), done);
        assertEquals(List.of("config.yml was read and applies to every player from now on."), told);
    }

    @Test
    void reload_withProblems_tellsThemAll() {
        problems = List.of(
                new ConfigProblem("budget", "x", "125000B/s", "Expected y."),
                new ConfigProblem("profile", "z", "co-op", "Expected co-op."));

        run(console(), "reload");

        assertEquals(
                List.of(
                        "config.yml was read with 2 problems; the rest applies to every player from now on:",
                        "budget: found x, using 125000B/s. Expected y.",
                        "profile: found z, using co-op. Expected co-op."),
                told);
    }

    @Test
    void reload_withoutPermission_isRefused() {
        run(player("Ada", Permissions.OWN, Permissions.OTHERS), "reload");

        assertEquals(List.of(), done);
        assertEquals(List.of("You may not do that. Ask an administrator for the permission sluice.admin."), told);
    }

    @Test
    void tooManyArguments_anybody_readsTheUsage() {
        run(console(), "Ada", "now");

        run(console(), "profile");
        run(console(), "profile", "Ada", "action", "now");

        String usage = "Use /netstats, /netstats <player>, /netstats profile [player] [name|auto],"
                + " /netstats why <player> <entity id> or /netstats reload.";
        assertEquals(List.of(usage, usage, usage), told);
    }

    @Test
    void tabCompletion_byPermission_offersWhatMayBeDone() {
        Player ada = player("Ada", Permissions.OWN);
        Player bob = player("Bob", Permissions.OTHERS);
        Player eve = player("Eve", Permissions.ADMIN);

        assertEquals(List.of(), complete(ada, ""));
        assertEquals(List.of("Ada", "Bob", "Eve"), complete(bob, ""));
        assertEquals(List.of("reload"), complete(eve, ""));
        assertEquals(List.of("Ada", "Bob", "Eve", "profile", "reload", "why"), complete(console(), ""));
    }

    @Test
    void tabCompletion_typed_narrowsInAnyCase() {
        player("Reto");

        assertEquals(List.of("reload", "Reto"), complete(console(), "RE"));
        assertEquals(List.of(), complete(console(), "x"));
        assertEquals(List.of(), complete(console(), "Reto", ""));
    }

    @Test
    void profile_ownWithoutWords_isShown() {
        run(player("Ada", Permissions.PROFILE), "profile");

        assertEquals(List.of(), done);
        assertEquals(List.of("Ada: profile co-op (by world), independent clock."), told);
    }

    @Test
    void profile_playerName_isShown() {
        player("Bob");

        run(player("Ada", Permissions.PROFILE), "PROFILE", "bob");

        assertEquals(List.of(), done);
        assertEquals(List.of("Bob: profile co-op (by world), independent clock."), told);
    }

    @Test
    void profile_name_isSetForOneself() {
        Player ada = player("Ada", Permissions.PROFILE);

        run(ada, "profile", "action");
        run(ada, "profile", "auto");

        assertEquals(List.of("profile Ada action", "profile Ada null"), done);
        assertEquals(
                List.of(
                        "The connection of Ada uses the profile action until the player leaves."
                                + " /netstats profile Ada auto undoes that.",
                        "The profile of Ada follows permissions and worlds again."),
                told);
    }

    @Test
    void profile_playerAndName_isSetForThem() {
        player("Bob");

        run(console(), "profile", "Bob", "action");

        assertEquals(List.of("profile Bob action"), done);
    }

    @Test
    void profile_unknownWords_areSaid() {
        player("Bob");

        run(console(), "profile", "Bob", "acton");
        run(console(), "profile", "Eve", "action");
        run(console(), "profile", "Eve");

        assertEquals(List.of(), done);
        assertEquals(
                List.of(
                        "No profile is named acton. There are action, co-op, and auto.",
                        "No player named Eve is online. Check the spelling; the Tab key lists who is.",
                        "Neither a player that is online nor a profile is named Eve. The profiles are action, co-op, and"
                                + " auto."),
                told);
    }

    @Test
    void profile_nameAlone_console_isAskedForAPlayer() {
        run(console(), "profile", "action");
        run(console(), "profile", "auto");
        player("action");
        run(console(), "profile", "action");

        assertEquals(List.of(), done);
        assertEquals(
                List.of(
                        "Name the player as well: /netstats profile <player> action.",
                        "Name the player as well: /netstats profile <player> auto.",
                        "action: profile co-op (by world), independent clock."),
                told);
    }

    @Test
    void profile_unmanaged_isSaid() {
        Player ada = player("Ada", Permissions.PROFILE);
        managed = false;

        run(ada, "profile");
        run(ada, "profile", "action");

        assertEquals(2, told.size());
        told.forEach(line -> assertTrue(line.startsWith("Sluice does not manage the connection of Ada"), line));
    }

    @Test
    void profile_withoutPermission_isRefused() {
        run(player("Ada", Permissions.OWN, Permissions.OTHERS), "profile", "action");

        assertEquals(List.of(), done);
        assertEquals(
                List.of("You may not do that. Ask an administrator for the permission sluice.netstats.profile."), told);
    }

    @Test
    void tabCompletion_profile_offersNamesThenChoices() {
        Player ada = player("Ada", Permissions.PROFILE);
        Player bob = player("Bob", Permissions.OWN);

        assertEquals(List.of("profile"), complete(ada, "p"));
        assertEquals(List.of("action", "Ada", "auto", "Bob", "co-op"), complete(ada, "profile", ""));
        assertEquals(List.of("action", "auto"), complete(ada, "profile", "Bob", "a"));
        assertEquals(List.of(), complete(ada, "profile", "action", ""));
        assertEquals(List.of(), complete(ada, "profile", "Bob", "action", ""));
        assertEquals(List.of(), complete(bob, "profile", ""));
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

    private Server server() {
        return Fakes.of(
                Server.class,
                Map.of(
                        "getPlayerExact", args -> online.get(((String) args[0]).toLowerCase(Locale.ROOT)),
                        "getOnlinePlayers", args -> online.values()));
    }

    private Player player(String name, String... permissions) {
        Player player = Fakes.of(Player.class, sender(name, Set.of(permissions)::contains));
        online.put(name.toLowerCase(Locale.ROOT), player);
        return player;
    }

    private CommandSender console() {
        return Fakes.of(CommandSender.class, sender("CONSOLE", permission -> true));
    }

    private Map<String, Function<Object[], @Nullable Object>> sender(
            String name, Function<String, Boolean> hasPermission) {
        return Map.of(
                "getName", args -> name,
                "hasPermission", args -> hasPermission.apply((String) args[0]),
                "sendMessage", args -> told.add(plain((Component) args[0])));
    }

    private static String plain(Component component) {
        StringBuilder text = new StringBuilder(component instanceof TextComponent own ? own.content() : "");
        component.children().forEach(child -> text.append(plain(child)));
        return text.toString();
    }

    /** Notes what was asked for. */
    private final class RecordedActions implements NetstatsActions {
        private boolean shown;

        @Override
        public boolean toggle(Player player) {
            done.add("toggle " + player.getName());
            shown = !shown;
            return shown;
        }

        @Override
        public Optional<BandwidthStats> stats(Player player) {
            return managed
                    ? Optional.of(new BandwidthStats(
                            new UUID(0, 1),
                            41_000,
                            0,
                            0,
                            12,
                            2,
                            64_000,
                            142,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            0,
                            QueueTimes.NONE,
                            LinkPressure.FREE,
                            LinkEstimate.UNKNOWN,
                            0))
                    : Optional.empty();
        }

        @Override
        public List<ConfigProblem> reload() {
            done.add("reload");
            return problems;
        }

        @Override
        public Optional<ProfileView> profile(Player player) {
            return managed ? Optional.of(new ProfileView(NetworkProfiles.CO_OP, "by world")) : Optional.empty();
        }

        @Override
        public Optional<ConnectionView> connection(Player player) {
            NetworkHealth health = new NetworkHealth(NetworkHealth.Status.HEALTHY, 0, 0, 12_000, 0, 0, 42);
            return profile(player)
                    .map(profile -> new ConnectionView(
                            profile, new DeliveryView(health, 35, 0), Optional.of(new ViewLimit(7, 10))));
        }

        @Override
        public CompletableFuture<Optional<PriorityTerms>> explain(Player player, int entityId) {
            throw new AssertionError("expected no question about an entity");
        }

        @Override
        public List<String> profileNames() {
            return List.of("action", "co-op");
        }

        @Override
        public boolean setProfile(Player player, @Nullable String name) {
            if (managed) {
                done.add("profile " + player.getName() + " " + name);
            }
            return managed;
        }
    }
}
