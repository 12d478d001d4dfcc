package dev.sluice.paper.config;

import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which profiles there are, and where each is used.
 *
 * @param profiles all of them; a permission for an earlier one goes before one for a later one
 * @param standard the one for everybody for whom nothing else is said
 * @param byWorld the profiles of some worlds, by the world's name
 */
public record ProfileRules(
        List<NetworkProfile> profiles, NetworkProfile standard, Map<String, NetworkProfile> byWorld) {

    /** The built-in profiles, with the engine's default for everybody. */
    public static final ProfileRules DEFAULT =
            new ProfileRules(NetworkProfiles.BUILT_IN, NetworkProfiles.CO_OP, Map.of());

    public ProfileRules {
        profiles = List.copyOf(profiles);
        byWorld = Map.copyOf(byWorld);
    }

    /** The profile of this name. */
    public Optional<NetworkProfile> find(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** All names, in their order. */
    public List<String> names() {
        return profiles.stream().map(NetworkProfile::name).toList();
    }
}
