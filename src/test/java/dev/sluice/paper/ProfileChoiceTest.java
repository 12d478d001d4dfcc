package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.paper.config.ProfileRules;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProfileChoiceTest {

    private final ProfileRules rules = new ProfileRules(
            NetworkProfiles.BUILT_IN, NetworkProfiles.CO_OP, Map.of("arena", NetworkProfiles.TURN_BASED));

    @Test
    void nothingSaid_anyWorld_isTheStandard() {
        assertChoice("co-op", ProfileChoice.Reason.STANDARD, null, Set.of(), "world");
    }

    @Test
    void world_namedInTheRules_goesBeforeTheStandard() {
        assertChoice("turn-based", ProfileChoice.Reason.WORLD, null, Set.of(), "arena");
        assertChoice("co-op", ProfileChoice.Reason.STANDARD, null, Set.of(), "Arena");
    }

    @Test
    void permission_given_goesBeforeTheWorld() {
        assertChoice("sandbox", ProfileChoice.Reason.PERMISSION, null, Set.of("sluice.profile.sandbox"), "arena");
    }

    @Test
    void permissions_several_theFirstProfileCounts() {
        assertChoice(
                "co-op",
                ProfileChoice.Reason.PERMISSION,
                null,
                Set.of("sluice.profile.sandbox", "sluice.profile.co-op", "sluice.profile.gone"),
                "arena");
    }

    @Test
    void command_profile_goesBeforeThePermission() {
        assertChoice("action", ProfileChoice.Reason.COMMAND, "action", Set.of("sluice.profile.sandbox"), "arena");
    }

    @Test
    void command_profileThatIsGone_setsNothing() {
        assertChoice("turn-based", ProfileChoice.Reason.WORLD, "gone", Set.of(), "arena");
    }

    private void assertChoice(
            String name,
            ProfileChoice.Reason reason,
            @Nullable String commanded,
            Set<String> permissions,
            String world) {
        ProfileChoice choice = ProfileChoice.of(rules, commanded, permissions::contains, world);

        assertEquals(name, choice.profile().name());
        assertEquals(reason, choice.reason());
    }
}
