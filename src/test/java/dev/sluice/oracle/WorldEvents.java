package dev.sluice.oracle;

import dev.sluice.oracle.ModelPacket.Chunk;

/** What a hostile server does with chunks. */
final class WorldEvents {

    /** How often each event happens, in the order of {@link #happen}. */
    static final int[] WEIGHTS = {60, 60, 30, 20, 8, 6, 6, 6, 30, 3, 2, 8, 10, 5, 8};

    /** More than the client keeps beyond the smallest radius: it loses chunks with a change from one to the other. */
    private static final int MAX_RADIUS = 6;

    private final Generator server;
    private final Contract contract;
    private int nextBatch = 1;
    private int nextValue = 1;

    WorldEvents(Generator server) {
        this.server = server;
        this.contract = server.contract;
    }

    void happen(int event) {
        switch (event) {
            case 0 -> loadNearest(1 + server.below(12));
            case 1 -> edits(1 + server.below(8));
            case 2 -> ownEdits(1 + server.below(3));
            case 3 -> details(1 + server.below(4));
            case 4 -> batch(1 + server.below(6));
            case 5 -> unloadAndLoad();
            case 6 -> sendAgain();
            case 7 -> editsOfOneChunk();
            case 8 -> walk(server.below(3) - 1, server.below(3) - 1);
            case 9 -> teleport();
            case 10 -> changeRadius();
            case 11 -> biomes();
            case 12 -> server.send(new ModelPacket.Ack(contract.action + 1));
            case 13 -> openSign();
            default -> piston();
        }
    }

    /** Sends the chunks of the view that the client lacks, the nearest first. */
    void loadNearest(int count) {
        int left = count;
        for (int distance = 0; distance <= contract.radius && left > 0; distance++) {
            for (int dx = -distance; dx <= distance && left > 0; dx++) {
                for (int dz = -distance; dz <= distance && left > 0; dz++) {
                    int x = contract.centreX + dx;
                    int z = contract.centreZ + dz;
                    if (Math.max(Math.abs(dx), Math.abs(dz)) == distance
                            && Places.isChunk(x, z)
                            && !contract.isLoaded(x, z)) {
                        load(x, z);
                        left--;
                    }
                }
            }
        }
    }

    void load(int x, int z) {
        server.send(chunk(x, z));
    }

    ModelPacket chunk(int x, int z) {
        int bytes = server.oneIn(6) ? 2000 + server.below(12_000) : 200 + server.below(1500);
        return new Chunk(x, z, bytes, contract.batch);
    }

    /** Moves the view. What leaves it is unloaded, sometimes with other things in between. */
    void walk(int dx, int dz) {
        moveTo(contract.centreX + dx, contract.centreZ + dz);
        if (server.oneIn(2)) {
            loadNearest(1 + server.below(10));
        }
    }

    void moveTo(int x, int z) {
        int range = Places.SIDE / 2 - 1;
        int centreX = Math.clamp(x, -range, range);
        int centreZ = Math.clamp(z, -range, range);
        unloadOutOfView(centreX, centreZ, contract.radius);
        server.send(new ModelPacket.Centre(centreX, centreZ));
        if (server.oneIn(3)) {
            server.step(new Step.View(contract.centreX, contract.centreZ));
        }
    }

    void unloadAll() {
        for (int i = 0; i < Places.CHUNKS; i++) {
            if (contract.loaded[i]) {
                server.send(new ModelPacket.Unload(Places.x(i), Places.z(i)));
            }
        }
    }

    void closeBatch() {
        if (contract.batch != 0) {
            server.send(new ModelPacket.BatchFinish(contract.batch));
        }
    }

    private void unloadOutOfView(int centreX, int centreZ, int radius) {
        for (int i = 0; i < Places.CHUNKS; i++) {
            int x = Places.x(i);
            int z = Places.z(i);
            if (contract.loaded[i] && !contract.inView(x, z, centreX, centreZ, radius)) {
                if (server.oneIn(12)) {
                    edit(x, z, 0);
                }
                if (server.oneIn(30)) {
                    server.step(new Step.Advance(50, true));
                }
                server.send(new ModelPacket.Unload(x, z));
            }
        }
    }

    private void teleport() {
        server.send(new ModelPacket.OwnPosition(contract.centreX, contract.centreZ));
        boolean far = server.oneIn(2);
        moveTo(
                far ? server.below(Places.SIDE) - 16 : contract.centreX + server.below(9) - 4,
                far ? server.below(Places.SIDE) - 16 : contract.centreZ + server.below(9) - 4);
        loadNearest(4 + server.below(30));
    }

    private void changeRadius() {
        int radius = 2 + server.below(MAX_RADIUS - 1);
        unloadOutOfView(contract.centreX, contract.centreZ, radius);
        server.send(new ModelPacket.Radius(radius));
    }

    private void batch(int chunks) {
        if (contract.batch == 0) {
            server.send(new ModelPacket.BatchStart(nextBatch++));
            loadNearest(chunks);
        }
        if (server.oneIn(2)) {
            closeBatch();
        }
    }

    private void unloadAndLoad() {
        int at = someLoaded();
        if (at < 0) {
            return;
        }
        int x = Places.x(at);
        int z = Places.z(at);
        server.send(new ModelPacket.Unload(x, z));
        if (server.oneIn(3)) {
            edit(x, z, 0);
        }
        if (!server.oneIn(4)) {
            load(x, z);
        }
        if (server.oneIn(2)) {
            edit(x, z, 0);
        }
    }

    private void sendAgain() {
        int at = someLoaded();
        if (at >= 0) {
            load(Places.x(at), Places.z(at));
            edit(Places.x(at), Places.z(at), 0);
        }
    }

    private void edits(int count) {
        for (int i = 0; i < count; i++) {
            int at = server.oneIn(20) ? server.below(Places.CHUNKS) : someLoaded();
            if (at >= 0) {
                edit(Places.x(at), Places.z(at), 0);
            }
        }
    }

    private void editsOfOneChunk() {
        int at = someLoaded();
        for (int i = 0; at >= 0 && i < 6; i++) {
            edit(Places.x(at), Places.z(at), 0);
        }
    }

    /** The player builds: the server answers each action, then acknowledges. */
    private void ownEdits(int count) {
        int action = contract.action + 1;
        for (int i = 0; i < count; i++) {
            int at = nearLoaded();
            if (at >= 0) {
                int pos = server.below(Places.EDITED);
                if (!server.oneIn(4)) {
                    server.step(new Step.Acted(Places.x(at), Places.z(at), pos));
                }
                server.send(answer(Places.x(at), Places.z(at), pos, action));
            }
        }
        if (server.oneIn(4)) {
            server.step(new Step.Advance(10, true));
        }
        server.send(new ModelPacket.Ack(action));
    }

    /** Of several blocks where the player has changed more than one, as with a bed. */
    private ModelPacket answer(int x, int z, int pos, int action) {
        return server.oneIn(5)
                ? new ModelPacket.Section(x, z, new int[] {pos, (pos + 1) % Places.EDITED}, nextValue++, action)
                : new ModelPacket.Edit(x, z, pos, nextValue++, action);
    }

    private void edit(int x, int z, int action) {
        server.send(anyEdit(x, z, action));
    }

    ModelPacket anyEdit(int x, int z, int action) {
        if (server.oneIn(5)) {
            int first = server.below(12);
            return new ModelPacket.Section(x, z, new int[] {first, first + 1, first + 3}, nextValue++, action);
        }
        return new ModelPacket.Edit(x, z, server.below(Places.EDITED), nextValue++, action);
    }

    private void details(int count) {
        for (int i = 0; i < count; i++) {
            int at = someLoaded();
            if (at < 0) {
                return;
            }
            server.send(detail(Places.x(at), Places.z(at)));
        }
    }

    ModelPacket detail(int x, int z) {
        return switch (server.below(4)) {
            case 0 -> new ModelPacket.Light(x, z, nextValue++);
            case 1 -> new ModelPacket.BlockEntity(x, z, server.below(8), nextValue++);
            case 2 -> new ModelPacket.Song(x, z, nextValue++);
            default -> new ModelPacket.BlockEvent(x, z, nextValue++);
        };
    }

    private void biomes() {
        int first = someLoaded();
        int second = someLoaded();
        if (first >= 0 && second >= 0) {
            int[] places = first == second
                    ? new int[] {Places.x(first), Places.z(first)}
                    : new int[] {Places.x(first), Places.z(first), Places.x(second), Places.z(second)};
            server.send(new ModelPacket.Biomes(places, nextValue++));
        }
    }

    private void openSign() {
        int at = nearLoaded();
        if (at >= 0) {
            server.send(new ModelPacket.OpenSign(Places.x(at), Places.z(at)));
        }
    }

    /** A piston acts into the next chunk, of which the server tells afterwards what has become. */
    private void piston() {
        int at = someLoaded();
        if (at < 0) {
            return;
        }
        int step = server.oneIn(2) ? 1 : -1;
        boolean east = server.oneIn(2);
        int x = Places.x(at) + (east ? step : 0);
        int z = Places.z(at) + (east ? 0 : step);
        if (Places.isChunk(x, z)) {
            int pos = server.below(Places.EDITED);
            server.send(new ModelPacket.Piston(Places.x(at), Places.z(at), x, z, pos));
            server.send(new ModelPacket.Edit(x, z, pos, nextValue++, 0));
        }
    }

    /** A loaded chunk, or -1. */
    int someLoaded() {
        int start = server.below(Places.CHUNKS);
        for (int i = 0; i < Places.CHUNKS; i++) {
            int at = (start + i) % Places.CHUNKS;
            if (contract.loaded[at]) {
                return at;
            }
        }
        return -1;
    }

    /** One of the chunks around the view's centre, or -1. */
    int nearLoaded() {
        int x = contract.centreX + server.below(3) - 1;
        int z = contract.centreZ + server.below(3) - 1;
        return contract.isLoaded(x, z) ? Places.index(x, z) : -1;
    }
}
