package dev.sluice.oracle;

import java.util.Arrays;

/** What the player rides, by what a client is told that knows its own entity. */
final class OwnVehicle {

    private static final int NONE = -1;

    private int vehicle = NONE;

    /** Follows a packet, and says whether it lets go of the player, so that it must not be held. */
    boolean letsGo(Sent sent, int ownId) {
        boolean letsGo = false;
        for (Sent part : sent.parts) {
            letsGo |= letsGo(part, ownId);
        }
        int before = vehicle;
        switch (sent.packet) {
            case ModelPacket.Passengers(int id, int[] passengers) -> {
                if (Arrays.stream(passengers).anyMatch(each -> each == ownId)) {
                    vehicle = id;
                    return letsGo;
                }
                vehicle = id == vehicle ? NONE : vehicle;
            }
            case ModelPacket.Remove(int[] ids) ->
                vehicle = Arrays.stream(ids).anyMatch(id -> id == before) ? NONE : vehicle;
            case ModelPacket.Spawn spawn -> vehicle = spawn.id() == vehicle ? NONE : vehicle;
            case ModelPacket.Respawn respawn -> vehicle = NONE;
            case ModelPacket.KeepingRespawn respawn -> vehicle = NONE;
            case ModelPacket.StartConfiguration start -> vehicle = NONE;
            default -> {}
        }
        return letsGo || (before != NONE && vehicle == NONE);
    }
}
