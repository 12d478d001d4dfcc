package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundEntityPositionSyncPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundRemoveEntitiesPacket;
import net.minecraft.network.protocol.game.ClientboundSetPassengersPacket;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** While a client has an entity ride, it is where its vehicle is, whatever its place is said to be. */
final class DismountTest {

    private static final int VEHICLE = 8;
    private static final int RIDER = 9;
    private static final int OTHER_RIDER = 10;
    private static final int OTHER_VEHICLE = 11;
    private static final EntityType<?> BOAT = new EntityType<>("boat");
    private static final EntityType<?> COW = new EntityType<>("cow");

    private final ServerSession server = new ServerSession(
            ClientboundAddEntityPacket.class,
            ClientboundBundlePacket.class,
            ClientboundEntityPositionSyncPacket.class,
            ClientboundPlayerInfoRemovePacket.class,
            ClientboundRemoveEntitiesPacket.class,
            ClientboundSetPassengersPacket.class);

    /** Who gets off is nearer to the player than the vehicle, and so more urgent. */
    DismountTest() {
        server.client.session.viewpoint(0, 64, 0);
        server.send("vehicle", ServerSession.spawn(VEHICLE, BOAT, 5));
        server.send("rider", ServerSession.spawn(RIDER, COW, 0));
        server.send("other rider", ServerSession.spawn(OTHER_RIDER, COW, 0));
        server.send("mount", passengers(RIDER, OTHER_RIDER));
        server.client.run(1_000);
        // For so short a time that nothing is overdue: what is goes by age.
        server.client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 30_000, Target.StreamTarget.WORLD));
        server.client.sink.written.clear();
    }

    @Test
    void rider_getsOffWhileHeld_itsNewPlaceComesAfter() {
        server.send("dismount", passengers(OTHER_RIDER));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("dismount", "place");
    }

    @Test
    void rider_getsOffInABundle_itsNewPlaceComesAfter() {
        server.send("dismount", new ClientboundBundlePacket(List.of(passengers(OTHER_RIDER))));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("dismount", "place");
    }

    @Test
    void rider_vehicleIsRemovedWhileHeld_itsNewPlaceComesAfter() {
        server.send("remove", new ClientboundRemoveEntitiesPacket(IntList.of(VEHICLE)));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("remove", "place");
    }

    @Test
    void rider_vehiclesIdIsTakenWhileHeld_itsNewPlaceComesAfter() {
        server.send("other", ServerSession.spawn(VEHICLE, COW, 5));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("other", "place");
    }

    /** The one in its place is not left out of the stream: the rider's place would go before the removal. */
    @Test
    void rider_vehiclesIdIsTakenByWhoIsRemovedWhileHeld_itsNewPlaceComesAfter() {
        server.send("other", ServerSession.spawn(VEHICLE, COW, 5));
        server.send("remove", new ClientboundRemoveEntitiesPacket(IntList.of(VEHICLE)));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("other", "place");
    }

    /** And what it was told before it got off is not told as of afterwards. */
    @Test
    void rider_placedBeforeItGetsOff_isPlacedTwice() {
        server.send("before", place(RIDER, 2));
        server.send("dismount", passengers());
        server.send("after", place(RIDER, 3));
        server.client.drain();
        assertEquals(List.of("before", "dismount", "after"), server.client.writtenLabels());
    }

    /** Nobody rides any more, so that nobody waits. */
    @Test
    void rider_gotOffBefore_doesNotWaitForTheNextPassengers() {
        server.send("dismount", passengers());
        server.client.drain();
        sendNextRidersAndHead();
        server.assertWritten("head", "passengers");
    }

    /** As another vehicle's riders do not. */
    @Test
    void rider_ofAnotherVehicle_doesNotWait() {
        server.send("dismount", passengers());
        server.send("other vehicle", ServerSession.spawn(OTHER_VEHICLE, BOAT, 0));
        server.send("mount", new ClientboundSetPassengersPacket(OTHER_VEHICLE, new int[] {RIDER}));
        server.client.drain();
        sendNextRidersAndHead();
        server.assertWritten("head", "passengers off");
    }

    /** With who leaves the list right behind its spawn, which waits for a moment though nothing else does. */
    @Test
    void rider_getsOffInABundleThatLingers_itsNewPlaceComesAfter() {
        UUID player = new UUID(1, OTHER_VEHICLE);
        server.send("appears", ServerSession.spawn(OTHER_VEHICLE, EntityType.PLAYER, 0));
        server.client.drain();
        server.send(
                "dismount",
                new ClientboundBundlePacket(
                        List.of(new ClientboundPlayerInfoRemovePacket(List.of(player)), passengers(OTHER_RIDER))));
        server.send("place", place(RIDER, 3));
        server.client.drain();
        server.assertWritten("dismount", "place");
    }

    /** What is sent from within the writing of the last that is held keeps its order as well. */
    @Test
    void rider_mountsAndGetsOffWhileAllIsReleased_isPlacedAfterwardsToo() {
        server.send("dismount", passengers());
        server.client.send(TestPacket.chat("first line", 10));
        server.client.send(TestPacket.chat("last line", 10));
        server.client.sink.door = packet -> {
            if (packet.toString().contains("first line")) {
                server.send("mount", passengers(RIDER));
                server.send("before", place(RIDER, 2));
                server.send("dismount again", passengers());
                server.send("after", place(RIDER, 3));
            }
        };
        server.client.session.bypass();
        assertEquals(
                List.of("dismount", "first line", "last line", "mount", "before", "dismount again", "after"),
                server.client.writtenLabels());
    }

    @Test
    void rider_removedWhileItsDismountIsHeld_isRemovedAfterIt() {
        server.send("dismount", passengers(OTHER_RIDER));
        server.send("place", place(RIDER, 3));
        server.send("remove", new ClientboundRemoveEntitiesPacket(IntList.of(RIDER)));
        server.client.drain();
        assertEquals(List.of("dismount", "remove"), server.client.writtenLabels());
    }

    private static ClientboundSetPassengersPacket passengers(int... riders) {
        return new ClientboundSetPassengersPacket(VEHICLE, riders);
    }

    /** On a full link the vehicle comes again, somebody else mounts and gets off, and the rider turns its head. */
    private void sendNextRidersAndHead() {
        server.client.congest();
        server.sendChunks();
        server.send("vehicle again", ServerSession.spawn(VEHICLE, BOAT, ServerSession.FAR));
        server.send("passengers", passengers(OTHER_RIDER));
        server.send("passengers off", passengers());
        server.client.send(TestPacket.head(RIDER, "head"));
        server.client.drain();
    }

    private static ClientboundEntityPositionSyncPacket place(int id, double x) {
        return new ClientboundEntityPositionSyncPacket(
                id, new PositionMoveRotation(new Vec3(x, 64, 0), new Vec3(0, 0, 0), 0, 0), true);
    }
}
