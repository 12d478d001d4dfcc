package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.paper.Fakes;
import java.util.Map;
import java.util.Optional;
import org.bukkit.entity.Player;
import org.junit.jupiter.api.Test;

final class PlayerDimensionsTest {

    @Test
    void find_classesNotAsExpected_isEmptyAndSaidOnce() {
        LogLines log = new LogLines();
        PlayerDimensions dimensions = new PlayerDimensions(log.logger());
        Player player = Fakes.of(Player.class, Map.of());

        assertEquals(Optional.empty(), dimensions.find(player));
        assertEquals(Optional.empty(), dimensions.find(player));
        assertEquals(1, log.lines().size());
        assertTrue(log.lines().getFirst().contains("getHandle"), log.lines()::toString);
    }
}
