package dev.sluice.paper;

import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.paper.config.ProfileRules;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which profile a player has, and why. Pure.
 *
 * @param profile what applies
 * @param reason what chose it
 */
record ProfileChoice(NetworkProfile profile, Reason reason) {

    /** What chooses, the strongest first. */
    enum Reason {
        COMMAND("set by command"),
        PERMISSION("by permission"),
        WORLD("by world"),
        STANDARD("the default");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For people. */
        String words() {
            return words;
        }
    }

    private static final String PERMISSION_PREFIX = "sluice.profile.";

    /**
     * Chooses.
     *
     * @param commanded the name that a command has set; null, or the name of a profile that is gone, sets nothing
     * @param granted whether the player was given a permission; asked once per profile, in their order, until one is
     * @param world the name of the player's world
     */
    static ProfileChoice of(ProfileRules rules, @Nullable String commanded, Predicate<String> granted, String world) {
        Optional<NetworkProfile> byCommand = commanded == null ? Optional.empty() : rules.find(commanded);
        if (byCommand.isPresent()) {
            return new ProfileChoice(byCommand.get(), Reason.COMMAND);
        }
        for (NetworkProfile profile : rules.profiles()) {
            if (granted.test(PERMISSION_PREFIX + profile.name())) {
                return new ProfileChoice(profile, Reason.PERMISSION);
            }
        }
        NetworkProfile byWorld = rules.byWorld().get(world);
        return byWorld == null
                ? new ProfileChoice(rules.standard(), Reason.STANDARD)
                : new ProfileChoice(byWorld, Reason.WORLD);
    }
}
