package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.overlay.NetstatsLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;

final class OverlayTest {

    private final FakePlayer ada = new FakePlayer("Ada");
    private final BandwidthStats stats = new BandwidthStats(
            ada.id,
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
            0);
    private Optional<BandwidthStats> current = Optional.of(stats);
    private final Overlay overlay = new Overlay(Fakes.of(Plugin.class, Map.of()), id -> current);

    @Test
    void toggle_once_showsTheLineTwiceASecond() {
        assertTrue(overlay.toggle(ada.player));
        ada.tick();
        ada.tick();

        assertEquals(List.of(NetstatsLine.render(stats), NetstatsLine.render(stats)), ada.actionBar);
        assertEquals(List.of(10L), ada.periods);
    }

    @Test
    void toggle_twice_stopsAndClearsTheLine() {
        overlay.toggle(ada.player);

        assertFalse(overlay.toggle(ada.player));

        assertEquals(0, ada.scheduled());
        assertEquals(List.of(Component.empty()), ada.actionBar);
    }

    @Test
    void show_unmanagedConnection_saysSo() {
        current = Optional.empty();
        overlay.toggle(ada.player);

        ada.tick();

        assertEquals(List.of(NetstatsLine.unmanaged()), ada.actionBar);
    }

    @Test
    void hide_atQuit_stopsWithoutSending() {
        overlay.toggle(ada.player);

        assertTrue(overlay.hide(ada.player));

        assertEquals(0, ada.scheduled());
        assertEquals(List.of(), ada.actionBar);
        assertFalse(overlay.hide(ada.player));
    }

    @Test
    void close_shownOverlays_areStopped() {
        overlay.toggle(ada.player);

        overlay.close();

        assertEquals(0, ada.scheduled());
    }
}
