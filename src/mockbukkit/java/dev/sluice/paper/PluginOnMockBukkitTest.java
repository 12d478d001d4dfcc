package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockbukkit.mockbukkit.MockBukkit;
import org.mockbukkit.mockbukkit.ServerMock;
import org.mockbukkit.mockbukkit.entity.PlayerMock;

/** The plugin as MockBukkit loads it: MockBukkit has no ProtocolLib, so this is the server that lacks it. */
final class PluginOnMockBukkitTest {

    private ServerMock server;

    @BeforeEach
    void mock() {
        server = MockBukkit.mock();
    }

    @AfterEach
    void unmock() {
        MockBukkit.unmock();
    }

    @Test
    void enable_withoutProtocolLib_disablesItselfAndTheServerRunsOn() {
        SluicePlugin plugin = MockBukkit.load(SluicePlugin.class);

        assertFalse(plugin.isEnabled());
        assertTrue(plugin.stats().isEmpty());
        assertTrue(server.addPlayer("Ada").isOnline());
    }

    @Test
    void permissions_ofPluginYml_haveTheirDefaults() {
        SluicePlugin plugin = MockBukkit.load(SluicePlugin.class);
        PlayerMock ada = server.addPlayer("Ada");

        assertTrue(ada.hasPermission("sluice.netstats"), plugin::getName);
        assertFalse(ada.hasPermission("sluice.netstats.others"));
        assertFalse(ada.hasPermission("sluice.admin"));
        ada.setOp(true);
        assertTrue(ada.hasPermission("sluice.netstats.others"));
        assertTrue(ada.hasPermission("sluice.admin"));
        assertTrue(ada.hasPermission("sluice.netstats.profile"));
        assertFalse(ada.hasPermission("sluice.profile.action"), "operators would all have the first profile");
    }
}
