package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;

/** Bundles of what happens in one place, as servers and plugins may send them: chunks, their blocks, and several entities. */
final class AreaBundles {

    private final Generator server;
    private final Contract contract;
    private final WorldEvents world;
    private final EntityEvents entities;

    AreaBundles(Generator server, WorldEvents world, EntityEvents entities) {
        this.server = server;
        this.contract = server.contract;
        this.world = world;
        this.entities = entities;
    }

    /** Sends one, and what comes after it of what it names. */
    void happen() {
        int at = world.someLoaded();
        if (at < 0) {
            return;
        }
        int x = Places.x(at);
        int z = Places.z(at);
        boolean answers = server.oneIn(3);
        // A chunk that comes or goes lets the whole of it pass.
        boolean terrain = server.oneIn(3);
        List<ModelPacket> parts = new ArrayList<>();
        for (int i = 1 + server.below(5); i >= 0; i--) {
            switch (server.below(terrain ? 8 : 5)) {
                case 0 -> parts.add(world.anyEdit(x, z, 0));
                case 1 -> parts.add(world.detail(x, z));
                case 2 -> elsewhere(parts, answers);
                case 3 -> spawn(parts);
                case 4 -> entity(parts);
                case 5 -> parts.add(new ModelPacket.Unload(x, z));
                case 6 -> parts.add(world.chunk(x, z));
                default -> parts.add(world.chunk(around(contract.centreX), around(contract.centreZ)));
            }
        }
        server.send(new ModelPacket.Bundle(parts));
        if (answers) {
            server.send(new ModelPacket.Ack(contract.action + 1));
        }
        if (server.oneIn(2)) {
            server.send(server.oneIn(2) ? world.anyEdit(x, z, 0) : new ModelPacket.Unload(x, z));
        }
    }

    /** An edit of another chunk, which may answer an action of the player. */
    private void elsewhere(List<ModelPacket> parts, boolean answers) {
        int at = answers ? world.nearLoaded() : world.someLoaded();
        if (at >= 0) {
            parts.add(world.anyEdit(Places.x(at), Places.z(at), answers ? contract.action + 1 : 0));
        }
    }

    private void spawn(List<ModelPacket> parts) {
        int id = entities.freeId();
        if (id != EntityEvents.NOBODY) {
            parts.add(entities.plainSpawn(id));
            parts.add(entities.metadata(id));
        }
    }

    private void entity(List<ModelPacket> parts) {
        int id = entities.someone();
        if (id != EntityEvents.NOBODY) {
            parts.add(server.oneIn(4) ? new ModelPacket.Remove(new int[] {id}) : entities.update(id));
        }
    }

    private int around(int chunk) {
        return chunk + server.below(2 * contract.radius + 1) - contract.radius;
    }
}
