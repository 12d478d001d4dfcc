package dev.sluice.paper.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.protocollib.PacketNames;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What newer packets replace cannot be promised to arrive, whatever config.yml asks for. */
final class ReliableNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"reliable", "never-dropped"})
    void load_packetsThatNewerOnesReplace_areReportedAndLeftOut(String key) {
        LoadedConfig loaded = new ConfigLoader()
                .load("profiles: {action: {" + key + ": [move_entity_pos, add_entity, set_equipment, animate]}}");

        assertEquals(
                List.of("move_entity_pos", "set_equipment"),
                loaded.problems().stream().map(ConfigProblem::found).toList());
        for (ConfigProblem problem : loaded.problems()) {
            assertEquals("profiles.action." + key, problem.path());
            assertEquals("the others", problem.used());
            assertTrue(problem.hint().contains("Expected") && problem.hint().contains("Remove"), problem::toString);
        }
        NetworkProfile action = loaded.settings().profiles().find("action").orElseThrow();
        assertEquals(
                Set.of("add_entity", "animate"),
                key.equals("reliable") ? action.reliableTypes() : action.neverDroppedTypes());
    }

    @Test
    void replaceable_names_areThoseOfEntityStateAndEquipment() {
        assertEquals(
                Set.of(
                        "entity_position_sync",
                        "move_entity_pos",
                        "move_entity_pos_rot",
                        "move_entity_rot",
                        "rotate_head",
                        "set_entity_data",
                        "set_entity_motion",
                        "set_equipment",
                        "update_attributes"),
                PacketNames.REPLACEABLE);
    }

    @Test
    void builtInProfiles_names_areOfPacketsThatEachArrive() {
        for (NetworkProfile profile : NetworkProfiles.BUILT_IN) {
            assertTrue(Collections.disjoint(PacketNames.REPLACEABLE, profile.reliableTypes()), profile::toString);
            assertTrue(Collections.disjoint(PacketNames.REPLACEABLE, profile.neverDroppedTypes()), profile::toString);
        }
    }
}
