package dev.sluice.oracle;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Who rides whom, and whose fishing bobber is out, as far as the server has told; and of what of that the engine knows nothing. */
final class Ties {

    static final int NOBODY = 0;

    private final int[] riding = new int[Places.ENTITIES];

    /**
     * Those who have ridden something of which the engine did not hear, or forgot it, or which are the player: where they are is not
     * told until they are another entity, or ride anew.
     */
    private final boolean[] rodeUnseen = new boolean[Places.ENTITIES];

    /** Of each fishing bobber, whose it is. */
    private final int[] anglers = new int[Places.ENTITIES];

    /** Those who had a bobber out of which the engine did not hear, or forgot it: they cast none until they are another entity. */
    private final boolean[] castUnseen = new boolean[Places.ENTITIES];

    /** The engine does not know who rides what, nor who has cast what. */
    void unsee() {
        for (int id = 0; id < riding.length; id++) {
            rodeUnseen[id] |= riding[id] != NOBODY;
            if (anglers[id] != NOBODY) {
                castUnseen[anglers[id]] = true;
            }
        }
    }

    /** The client forgets everyone. */
    void clear() {
        Arrays.fill(riding, NOBODY);
        Arrays.fill(rodeUnseen, false);
        Arrays.fill(anglers, NOBODY);
        Arrays.fill(castUnseen, false);
    }

    /** An entity is gone, or another one has its id. Returns its bobbers, which the client discards. */
    int[] forget(int id) {
        untie(id);
        int[] bobbers = IntStream.range(0, anglers.length)
                .filter(each -> anglers[each] == id)
                .toArray();
        for (int bobber : bobbers) {
            untie(bobber);
        }
        return bobbers;
    }

    private void untie(int id) {
        getOff(id);
        castUnseen[id] = false;
        anglers[id] = NOBODY;
        dismountAll(id);
    }

    /** What an entity rides; {@link #NOBODY} if nothing. */
    int vehicle(int rider) {
        return riding[rider];
    }

    /** Those who ride a vehicle. */
    int[] riders(int vehicle) {
        return ridersWithout(vehicle, NOBODY);
    }

    /** Those who ride a vehicle, but for one. */
    int[] ridersWithout(int vehicle, int rider) {
        return IntStream.range(0, riding.length)
                .filter(id -> id != rider && riding[id] == vehicle)
                .toArray();
    }

    /** @param unseen whether the engine does not see it */
    void mount(int rider, int vehicle, boolean unseen) {
        riding[rider] = vehicle;
        rodeUnseen[rider] = unseen;
    }

    /** An entity rides nothing, and is where it is said to be. */
    void getOff(int rider) {
        mount(rider, NOBODY, false);
    }

    void dismountAll(int vehicle) {
        for (int id = 0; id < riding.length; id++) {
            if (riding[id] == vehicle) {
                riding[id] = NOBODY;
            }
        }
    }

    /** Whether nothing is told of where an entity is. */
    boolean hasNoPlace(int id) {
        return riding[id] != NOBODY || rodeUnseen[id];
    }

    void cast(int bobber, int angler) {
        anglers[bobber] = angler;
    }

    boolean isBobber(int id) {
        return anglers[id] != NOBODY;
    }

    /** The bobber that an entity has out; {@link #NOBODY} if there is none. */
    int bobber(int angler) {
        return IntStream.range(0, anglers.length)
                .filter(id -> anglers[id] == angler)
                .findFirst()
                .orElse(NOBODY);
    }

    /** Whether the engine knows which bobbers an entity has out. */
    boolean mayCast(int angler) {
        return !castUnseen[angler];
    }
}
