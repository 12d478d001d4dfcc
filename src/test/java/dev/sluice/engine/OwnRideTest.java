package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lets go of the player must not wait: a client ignores a teleport while it rides. Nobody has looked yet what the player rides. */
final class OwnRideTest {

    private static final int OWN = 1;
    private static final int BOAT = 7;
    private static final int OTHER = 8;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(10_000));

    @BeforeEach
    void mount() {
        client.session.ownEntity(OWN);
        client.congest();
        passes(passengers(BOAT, OWN));
    }

    @Test
    void dismount_linkIsFull_passes_andTheVehicleIsAnyEntityAgain() {
        passes(TestPacket.sync(BOAT, "moves the player"));
        passes(passengers(BOAT));
        isHeld(TestPacket.sync(BOAT, "moves alone"));
        isHeld(passengers(BOAT, OTHER));
    }

    /** It is beside the budget, as what is the player's own is: held classes keep their credit. */
    @Test
    void dismount_passes_isChargedAndNotSpent() {
        client.run(100);
        long before = client.session.stats().budgetedBytes();
        passes(passengers(BOAT));
        client.run(100);
        assertEquals(before, client.session.stats().budgetedBytes());
    }

    @Test
    void removal_ofTheVehicle_passes() {
        passes(TestPacket.remove(BOAT));
        isHeld(passengers(BOAT, OTHER));
    }

    @Test
    void removal_ofTheVehicleInABundle_passes() {
        passes(telling(new Observation.Several(List.of(new Observation.EntitiesRemoved(List.of(BOAT)))), BOAT));
        isHeld(passengers(BOAT, OTHER));
    }

    @Test
    void removal_ofOthers_playerRidesOn() {
        client.send(TestPacket.remove(OTHER));
        passes(telling(new Observation.Several(List.of(new Observation.EntitiesRemoved(List.of(OTHER)))), OTHER, OWN));
        passes(passengers(BOAT));
    }

    /** The client has another entity in its place then, which nobody rides. */
    @Test
    void spawn_withTheVehiclesId_vehicleIsAnyEntity() {
        passes(telling(new Observation.EntitySpawned(BOAT, OrderingKey.NONE, 0, 64, 0), BOAT));
        isHeld(passengers(BOAT, OTHER));
    }

    @Test
    void mount_ofAnotherVehicle_thatOneCounts() {
        passes(passengers(OTHER, OWN));
        isHeld(passengers(BOAT));
        passes(passengers(OTHER));
    }

    @Test
    void mount_ofOthers_vehicleIsAnyEntity() {
        isHeld(passengers(OTHER, 2, 3));
        passes(passengers(BOAT, OWN, 2));
        passes(passengers(BOAT, OWN));
        passes(passengers(BOAT, 2));
    }

    @Test
    void respawn_thatKeepsTheWorld_vehicleIsAnyEntity() {
        passes(TestPacket.entering("here", true));
        passes(passengers(BOAT, OWN));
        passes(TestPacket.entering("here", true));
        client.congest();
        isHeld(passengers(BOAT, OTHER));
    }

    @Test
    void respawn_whileMounted_vehicleIsAnyEntity() {
        passes(TestPacket.respawn());
        client.congest();
        isHeld(passengers(BOAT, OTHER));
    }

    private void passes(TestPacket packet) {
        assertInstanceOf(Decision.Pass.class, client.send(packet), packet.toString());
    }

    private void isHeld(TestPacket packet) {
        assertInstanceOf(Decision.Hold.class, client.send(packet), packet.toString());
    }

    private static TestPacket passengers(int vehicle, Integer... passengers) {
        List<Integer> named = new ArrayList<>(Arrays.asList(passengers));
        named.addFirst(vehicle);
        return telling(
                new Observation.Mounted(vehicle, Arrays.asList(passengers)),
                named.stream().mapToInt(id -> id).toArray());
    }

    private static TestPacket telling(Observation told, int... entities) {
        List<Message.Key> keys = Arrays.stream(entities)
                .mapToObj(id -> TestPacket.exclusive(OrderingKey.entity(id)))
                .toList();
        MessageType type = new MessageType(40, "tells", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 20);
        Target target = new Target.EntityTarget(entities[0]);
        return new TestPacket(told.toString(), 20, new Message(type, target, keys, null, WorldEffect.NONE, 20, told));
    }
}
