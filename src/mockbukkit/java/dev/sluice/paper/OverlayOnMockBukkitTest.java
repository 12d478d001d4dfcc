package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.netty.Failures;
import dev.sluice.overlay.NetstatsLine;
import dev.sluice.paper.command.NetstatsCommand;
import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import org.bukkit.command.Command;
import org.bukkit.command.CommandSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockbukkit.mockbukkit.MockBukkit;
import org.mockbukkit.mockbukkit.ServerMock;
import org.mockbukkit.mockbukkit.entity.PlayerMock;
import org.mockbukkit.mockbukkit.plugin.PluginMock;

/** Join, quit and /netstats with MockBukkit's players, who have no network connection. */
final class OverlayOnMockBukkitTest {

    @TempDir
    private Path folder;

    private ServerMock server;
    private PluginMock plugin;
    private Overlay overlay;
    private NetstatsCommand command;

    @BeforeEach
    void mock() {
        server = MockBukkit.mock();
        plugin = MockBukkit.createMockPlugin("SluiceParts");
        Sessions sessions = new Sessions(
                plugin,
                player -> Optional.empty(),
                move -> {
                    throw new IllegalStateException("expected no packet to be held, found " + move);
                },
                System::nanoTime,
                1L << 30,
                Settings.DEFAULT,
                new Failures(plugin.getLogger()));
        overlay = new Overlay(plugin, sessions::stats);
        ConfigFile configFile = new ConfigFile(folder.resolve("config.yml"), () -> {}, new ConfigLoader());
        command = new NetstatsCommand(server, new Actions(configFile, sessions, overlay, problems -> {}));
        server.getPluginManager().registerEvents(new PlayerListener(sessions, overlay), plugin);
    }

    @AfterEach
    void unmock() {
        MockBukkit.unmock();
    }

    @Test
    void netstats_player_showsTheLineTwiceASecondUntilToggledAgain() {
        PlayerMock ada = player("Ada", "sluice.netstats");

        run(ada);
        server.getScheduler().performTicks(21);

        assertEquals(NetstatsLine.unmanaged(), ada.nextActionBar());
        assertEquals(NetstatsLine.unmanaged(), ada.nextActionBar());
        run(ada);
        assertNotNull(ada.nextActionBar(), "the third line, at tick 21");
        assertEquals(Component.empty(), ada.nextActionBar());
        server.getScheduler().performTicks(21);
        assertNull(ada.nextActionBar());
    }

    @Test
    void quit_withOverlay_stopsShowing() {
        PlayerMock ada = player("Ada", "sluice.netstats");
        run(ada);

        ada.disconnect();

        assertFalse(overlay.hide(ada));
    }

    @Test
    void netstats_withoutPermission_namesIt() {
        PlayerMock ada = server.addPlayer("Ada");
        ada.addAttachment(plugin, "sluice.netstats", false);

        run(ada);

        assertTrue(next(ada).endsWith("the permission sluice.netstats."));
    }

    @Test
    void netstatsOfAnother_onlineByName_isFound() {
        player("Bob", "sluice.netstats");
        PlayerMock ada = player("Ada", "sluice.netstats.others");

        run(ada, "bob");
        assertTrue(next(ada).contains("Bob"));
        run(ada, "Nobody");
        assertTrue(next(ada).startsWith("No player named Nobody is online."));
    }

    @Test
    void tabCompletion_admin_offersReload() {
        PlayerMock ada = player("Ada", "sluice.admin");

        assertEquals(List.of("reload"), command.onTabComplete(ada, bukkitCommand(), "netstats", new String[] {"r"}));
    }

    private PlayerMock player(String name, String permission) {
        PlayerMock player = server.addPlayer(name);
        player.addAttachment(plugin, permission, true);
        return player;
    }

    private void run(CommandSender sender, String... args) {
        assertTrue(command.onCommand(sender, bukkitCommand(), "netstats", args));
    }

    private static String next(PlayerMock player) {
        Component message = player.nextComponentMessage();
        assertNotNull(message);
        return ((TextComponent) message).content();
    }

    private static Command bukkitCommand() {
        return new Command("netstats") {
            @Override
            public boolean execute(CommandSender sender, String commandLabel, String[] args) {
                return false;
            }
        };
    }
}
