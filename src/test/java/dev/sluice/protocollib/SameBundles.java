package dev.sluice.protocollib;

import static dev.sluice.protocollib.SameEvent.same;

import dev.sluice.oracle.ModelPacket;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientGamePacketListener;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundRemoveEntitiesPacket;

/** Bundles, in the oracle's model and on the server, and what neither knows. */
final class SameBundles {

    /** No packet of the game. */
    record Unnamed() implements Packet<ClientGamePacketListener> {}

    private SameBundles() {}

    static List<SameEvent> all() {
        SameEvent removal =
                same(new ModelPacket.Remove(new int[] {7, 9}), new ClientboundRemoveEntitiesPacket(IntList.of(7, 9)));
        SameEvent unknown = same(new ModelPacket.Unknown(1), new Unnamed());
        return List.of(
                unknown,
                // As the server shows an entity, with who rides it.
                bundle(
                        SameEntityEvents.spawn(7, 3),
                        SameEntityEvents.metadata(7),
                        SameEntityEvents.passengers(7, 8, 9),
                        SameEntityEvents.passengers(6, 7)),
                bundle(
                        SameStreamEvents.sound(),
                        SameEntityEvents.head(7, 1),
                        SameEntityEvents.head(9, 1),
                        SameStreamEvents.chat(1)),
                bundle(SameEntityEvents.spawn(7, -1), removal),
                bundle(SameStreamEvents.sound(), unknown),
                bundle(SameEntityEvents.head(7, 1), SameStreamEvents.respawn(2)),
                bundle(SameChunkEvents.all().toArray(SameEvent[]::new)),
                bundle());
    }

    private static SameEvent bundle(SameEvent... parts) {
        List<ModelPacket> models = new ArrayList<>();
        List<Packet<? super ClientGamePacketListener>> servers = new ArrayList<>();
        for (SameEvent part : parts) {
            if (part.sameLine()) {
                models.add(part.model());
                servers.add(part.server());
            }
        }
        return same(new ModelPacket.Bundle(models), new ClientboundBundlePacket(servers));
    }
}
