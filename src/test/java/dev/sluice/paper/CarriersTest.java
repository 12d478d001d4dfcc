package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.bukkit.entity.Entity;
import org.junit.jupiter.api.Test;

final class CarriersTest {

    private final FakePlayer ada = new FakePlayer("Ada");

    @Test
    void of_playerOnFoot_areNone() {
        assertArrayEquals(new int[0], Carriers.of(ada.player));
    }

    @Test
    void of_stackedVehicles_areAllDownToTheLowest() {
        ada.vehicle = stack(10, 11, 12);

        assertArrayEquals(new int[] {10, 11, 12}, Carriers.of(ada.player));
    }

    @Test
    void of_spectatorOfARider_areTheRiderAndWhatItRides() {
        ada.spectated = stack(20, 21);

        assertArrayEquals(new int[] {20, 21}, Carriers.of(ada.player));
    }

    /** The entity that the others stand on is the one that moves. */
    @Test
    void of_moreThanAreTold_haveTheLowestAmongThem() {
        ada.vehicle = stack(IntStream.range(0, 20).toArray());

        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 19}, Carriers.of(ada.player));
    }

    @Test
    void of_circle_endsAndLeavesRoomForTheSpectated() {
        AtomicReference<Entity> first = new AtomicReference<>();
        Entity second = FakePlayer.entity(2, first::get);
        first.set(FakePlayer.entity(1, () -> second));
        ada.vehicle = first.get();
        ada.spectated = stack(3);

        int[] carriers = Carriers.of(ada.player);

        assertEquals(1, carriers[0]);
        assertEquals(3, carriers[carriers.length - 1]);
    }

    /** The first one, which rides the next, and so on. */
    private static Entity stack(int... ids) {
        int[] below = Arrays.copyOfRange(ids, 1, ids.length);
        return FakePlayer.entity(ids[0], () -> below.length == 0 ? null : stack(below));
    }
}
