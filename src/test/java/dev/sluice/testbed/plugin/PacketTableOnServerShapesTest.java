package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.ProtocolLibrary;
import dev.sluice.protocollib.ProtocolLibBinding;
import dev.sluice.protocollib.RelayTroublesList;
import dev.sluice.protocollib.TableReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin's table, ProtocolLib's registry and the server's shapes must agree. */
class PacketTableOnServerShapesTest {
    @Test
    void table_onTheServersShapes_managesAllThatItNames(@TempDir Path folder) {
        HostSettings settings = new HostSettings("26.1.2", folder, Optional.empty(), false, () -> true, 25565);
        try (PluginHost _ = BukkitPluginHost.start(settings);
                ProtocolLibBinding binding = ProtocolLibBinding.open(
                        ProtocolLibrary.getPlugin(), () -> true, () -> 1, new RelayTroublesList())) {
            TableReport report = binding.classifier().report();

            assertEquals(List.of(), report.misshapen());
            assertEquals(List.of(), report.passedThrough());
            assertEquals(List.of(), report.plainer());
            assertEquals(List.of(), report.missingCore());
            assertTrue(report.managed().size() >= 40, report::summary);
        }
    }
}
