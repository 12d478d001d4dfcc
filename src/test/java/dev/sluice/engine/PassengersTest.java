package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A server tells no places of passengers: they are where what they ride is. The player is at x = 0. */
final class PassengersTest {

    private static final int VEHICLE = 1;
    private static final int OTHER_VEHICLE = 2;
    private static final int RIDER = 3;
    private static final int SECOND_RIDER = 4;

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);

    PassengersTest() {
        client.session.viewpoint(0, 0, 0);
        spawn(VEHICLE, 100);
        spawn(OTHER_VEHICLE, 50);
        spawn(RIDER, 100);
        spawn(SECOND_RIDER, 100);
    }

    @Test
    void passenger_vehicleGoesOn_goesWithIt() {
        mount(VEHICLE, RIDER, SECOND_RIDER);
        place(VEHICLE, 3);
        assertAt(3, RIDER);
        assertAt(3, SECOND_RIDER);
    }

    @Test
    void passenger_ofAPassenger_goesWithWhatCarriesBoth() {
        mount(RIDER, SECOND_RIDER);
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        assertAt(3, SECOND_RIDER);
    }

    @Test
    void passengers_inACircle_areSomewhere() {
        mount(VEHICLE, RIDER);
        mount(RIDER, VEHICLE);
        assertAt(100, RIDER);
        assertAt(100, VEHICLE);
    }

    @Test
    void passenger_dismounted_staysUntilTheServerTellsItsPlace() {
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        mount(VEHICLE);
        place(VEHICLE, 70);
        assertAt(3, RIDER);
        place(RIDER, 5);
        assertAt(5, RIDER);
    }

    /** The server may tell of the passenger's place before it tells that it rides no more. */
    @Test
    void passenger_placedBeforeItDismounts_isAtThatPlace() {
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        place(RIDER, 20);
        mount(VEHICLE);
        assertAt(20, RIDER);
    }

    @Test
    void passenger_anotherOneDismounts_staysMounted() {
        mount(VEHICLE, RIDER, SECOND_RIDER);
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        assertAt(3, RIDER);
        assertAt(100, SECOND_RIDER);
    }

    @Test
    void passenger_mountsAnotherVehicle_leavesTheFirst() {
        mount(VEHICLE, RIDER);
        mount(OTHER_VEHICLE, RIDER);
        mount(VEHICLE);
        place(VEHICLE, 3);
        assertAt(50, RIDER);
        place(OTHER_VEHICLE, 40);
        assertAt(40, RIDER);
    }

    /** The next entity is remembered where the vehicle was. */
    @Test
    void passenger_vehicleIsRemoved_staysWhereItWas() {
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        client.send(TestPacket.remove(VEHICLE));
        spawn(9, 80);
        place(9, 81);
        assertAt(3, RIDER);
    }

    @Test
    void passenger_vehicleAppearsAnew_staysWhereItWas() {
        mount(VEHICLE, RIDER);
        place(VEHICLE, 3);
        spawn(VEHICLE, 80);
        assertAt(3, RIDER);
    }

    @Test
    void passenger_isRemoved_leavesNothingToWhoComesNext() {
        mount(VEHICLE, RIDER);
        client.send(TestPacket.remove(RIDER));
        spawn(9, 20);
        assertAt(20, 9);
        mount(VEHICLE);
        assertAt(20, 9);
    }

    @Test
    void passenger_appearsAnew_ridesNothing() {
        mount(VEHICLE, RIDER);
        spawn(RIDER, 20);
        place(VEHICLE, 3);
        assertAt(20, RIDER);
    }

    @Test
    void passengers_ofAnUnknownVehicle_stayWhereTheyAre() {
        mount(99, RIDER, 98);
        assertAt(100, RIDER);
    }

    @Test
    void passengers_newWorld_areForgotten() {
        mount(VEHICLE, RIDER);
        client.send(TestPacket.respawn());
        spawn(RIDER, 20);
        spawn(VEHICLE, 30);
        assertAt(20, RIDER);
        mount(VEHICLE, RIDER);
        assertAt(30, RIDER);
    }

    @Test
    void passengers_moreEntitiesThanRows_keepTheirVehicle() {
        mount(VEHICLE, RIDER);
        for (int id = 1_000; id < 1_100; id++) {
            spawn(id, 60);
        }
        mount(OTHER_VEHICLE, 1_099);
        place(VEHICLE, 3);
        assertAt(3, RIDER);
        assertAt(50, 1_099);
    }

    /** A server sends an entity's spawn and its passengers in one bundle. */
    @Test
    void bundle_spawnAndPassengers_isFollowedInItsOrder() {
        Observation told = new Observation.Several(List.of(
                new Observation.EntitySpawned(9, OrderingKey.NONE, 3, 0, 0),
                new Observation.Mounted(9, List.of(RIDER))));
        send("bundle", DeliveryKind.FACT, null, told, 9, RIDER);
        assertAt(3, RIDER);
    }

    @Test
    void bundle_spawnAndNoPassengers_isCancelledByTheRemoval() {
        client.congest();
        Observation told = new Observation.Several(List.of(
                new Observation.EntitySpawned(9, OrderingKey.NONE, 3, 0, 0), new Observation.Mounted(9, List.of())));
        send("bundle", DeliveryKind.FACT, null, told, 9);
        client.send(TestPacket.remove(9));
        client.drain();
        assertEquals(List.of(), client.writtenLabels());
    }

    private void spawn(int id, double x) {
        send("add_entity", DeliveryKind.FACT, null, new Observation.EntitySpawned(id, OrderingKey.NONE, x, 0, 0), id);
    }

    private void place(int id, double x) {
        send("entity_position_sync", DeliveryKind.STATE, new StateUpdate.Place(id, x, 0, 0), null, id);
    }

    private void mount(int vehicle, Integer... passengers) {
        send(
                "set_passengers",
                DeliveryKind.FACT,
                null,
                new Observation.Mounted(vehicle, Arrays.asList(passengers)),
                vehicle);
    }

    private void send(
            String name, DeliveryKind kind, @Nullable StateUpdate state, @Nullable Observation told, int... entities) {
        List<Message.Key> keys = new ArrayList<>();
        for (int id : entities) {
            keys.add(TestPacket.exclusive(OrderingKey.entity(id)));
        }
        client.send(new TestPacket(
                name,
                20,
                new Message(
                        new MessageType(40 + kind.ordinal(), name, MessagePriority.NEARBY_ENTITIES, kind, 20),
                        new Target.EntityTarget(entities[0]),
                        keys,
                        state,
                        WorldEffect.NONE,
                        20,
                        told)));
    }

    private void assertAt(double x, int id) {
        client.run(50);
        assertEquals(x, client.session.explain(id).orElseThrow().distanceBlocks(), 1e-9, "entity " + id);
    }
}
