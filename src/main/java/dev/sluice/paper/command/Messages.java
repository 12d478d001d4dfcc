package dev.sluice.paper.command;

import dev.sluice.overlay.ProfileView;
import dev.sluice.paper.config.ConfigProblem;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** What /netstats says. Each message about something that went wrong says what to do. */
final class Messages {

    private Messages() {}

    static Component shown() {
        return good("Your connection's statistics are shown above your hotbar. /netstats hides them again.");
    }

    static Component hidden() {
        return good("Your connection's statistics are hidden.");
    }

    static Component notAPlayer() {
        return bad("Only a player has an overlay. From here use /netstats <player>, /netstats profile <player>,"
                + " /netstats why <player> <entity id> or /netstats reload.");
    }

    static Component mayNot(String permission) {
        return bad("You may not do that. Ask an administrator for the permission " + permission + ".");
    }

    static Component notOnline(String name) {
        return bad("No player named " + name + " is online. Check the spelling; the Tab key lists who is.");
    }

    static Component notManaged(String name) {
        return bad("Sluice does not manage the connection of " + name
                + ": it has just been opened, or is no network connection. Try again, then look at the server's log.");
    }

    static Component usage(String label) {
        return bad("Use /" + label + ", /" + label + " <player>, /" + label + " profile [player] [name|auto], /" + label
                + " why <player> <entity id> or /" + label + " reload.");
    }

    static Component profile(String player, ProfileView profile) {
        return good(player + ": " + profile.inWords() + ".");
    }

    static Component profileSet(String player, String profile) {
        return good("The connection of " + player + " uses the profile " + profile + " until the player leaves."
                + " /netstats profile " + player + " auto undoes that.");
    }

    static Component profileAutomatic(String player) {
        return good("The profile of " + player + " follows permissions and worlds again.");
    }

    static Component noSuchProfile(String name, List<String> names) {
        return bad("No profile is named " + name + ". There are " + String.join(", ", names) + ", and auto.");
    }

    static Component notOnlineNorProfile(String name, List<String> names) {
        return bad("Neither a player that is online nor a profile is named " + name + ". The profiles are "
                + String.join(", ", names) + ", and auto.");
    }

    static Component nameThePlayer(String choice) {
        return bad("Name the player as well: /netstats profile <player> " + choice + ".");
    }

    static Component notAnEntityId(String word) {
        return bad("Expected the network id of an entity, a whole number such as 1234, found " + word + ".");
    }

    static Component unknownEntity(String player, int entityId) {
        return bad("Sluice knows no entity " + entityId + " of " + player
                + "'s: either it is not shown to them, or it is one of"
                + " which nothing is ever held, such as their own or what they ride. Check the id.");
    }

    static Component noAnswerInTime(String player) {
        return bad("The connection of " + player
                + " did not answer in time. Try again; from the console or as a player you get the"
                + " answer however late it comes.");
    }

    static Component reloaded(List<ConfigProblem> problems) {
        if (problems.isEmpty()) {
            return good("config.yml was read and applies to every player from now on.");
        }
        return Component.text(
                "config.yml was read with " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                        + "; the rest applies to every player from now on:",
                NamedTextColor.YELLOW);
    }

    static Component problem(ConfigProblem problem) {
        return Component.text(problem.toString(), NamedTextColor.YELLOW);
    }

    private static Component good(String text) {
        return Component.text(text, NamedTextColor.GREEN);
    }

    private static Component bad(String text) {
        return Component.text(text, NamedTextColor.RED);
    }
}
