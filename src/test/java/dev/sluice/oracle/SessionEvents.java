package dev.sluice.oracle;

/** What a hostile server does beside chunks and entities, and what its owner and the network do to the engine. */
final class SessionEvents {

    /** How often each event happens, in the order of {@link #happen}. */
    static final int[] WEIGHTS = {30, 20, 10, 10, 24, 10, 10, 8, 3, 3, 2, 1, 8, 4, 2, 4, 3, 5, 3, 4, 2, 6, 16, 4, 4, 8};

    private final Generator server;
    private final Contract contract;
    private final WorldEvents world;
    private final EntityEvents entities;
    private final AreaBundles bundles;
    private int nextValue = 1;
    private boolean gone;

    SessionEvents(Generator server) {
        this.server = server;
        this.contract = server.contract;
        this.world = new WorldEvents(server);
        this.entities = new EntityEvents(server);
        this.bundles = new AreaBundles(server, world, entities);
    }

    /** What a player gets on joining. */
    void start() {
        server.step(ModelConfig.any(server.random));
        if (server.oneIn(2)) {
            // Else the engine comes in mid-game, and hears of no login.
            server.send(new ModelPacket.StartConfiguration());
            server.send(new ModelPacket.Login(contract.dimension, contract.ownId));
        }
        if (!server.oneIn(4)) {
            server.step(new Step.Own(contract.ownId));
        }
        if (server.oneIn(10)) {
            server.step(new Step.Meter(false));
        }
        if (!server.oneIn(4)) {
            server.step(answered());
        }
        server.send(new ModelPacket.InfoUpdate(new int[] {0, 1}));
        world.loadNearest(server.below(40));
    }

    /** Most scenarios end with credit for everything, some have to work it off, some lose the connection. */
    void end() {
        if (server.oneIn(40)) {
            server.step(new Step.Close());
        } else if (!server.oneIn(16)) {
            server.step(ModelConfig.FAST);
        }
        if (!server.oneIn(50)) {
            server.step(answered());
        }
    }

    void happen(int event) {
        switch (event) {
            case 0 -> server.send(new ModelPacket.SystemChat(nextValue++));
            case 1 -> server.send(line(profile()));
            case 2 -> server.send(new ModelPacket.DeleteChat(server.below(Math.max(1, contract.chatIndex))));
            case 3 -> leaveAndComeBack();
            case 4 -> interfaces(1 + server.below(4));
            case 5 -> sounds();
            case 6 -> server.send(new ModelPacket.KeepAlive(nextValue++));
            case 7 -> server.send(new ModelPacket.Unknown(nextValue++));
            case 8 -> server.step(ModelConfig.any(server.random));
            case 9 -> dimension();
            case 10 -> respawnInTheSameWorld();
            case 11 -> reconfiguration();
            case 12 -> server.step(new Step.View(contract.centreX, contract.centreZ));
            case 13 -> server.step(new Step.RoundTrip(new int[] {20, 160, 320}[server.below(3)]));
            case 14 -> stall();
            case 15 -> server.step(new Step.Advance(100 + server.below(400), true));
            case 16 -> bypass();
            case 17 -> chatFlood();
            case 18 -> markers();
            case 19 -> server.step(new Step.ForgedAnswers());
            case 20 -> silence();
            case 21 -> look();
            case 22 -> playerList();
            case 23 -> ownToldLate();
            case 24 -> showAnew();
            default -> bundles.happen();
        }
    }

    private int profile() {
        for (int i = 0; i < 20; i++) {
            int profile = server.below(Places.PROFILES);
            if (contract.isListed(profile)) {
                return profile;
            }
        }
        return 0;
    }

    private ModelPacket line(int profile) {
        return new ModelPacket.PlayerChat(profile, contract.chatIndex, contract.sessions[profile]);
    }

    /** Latencies and names, which plugins change all the time, and chat sessions, which a player starts once it has joined. */
    private void playerList() {
        for (int i = server.below(3); i >= 0; i--) {
            int profile = profile();
            if (server.oneIn(3)) {
                server.send(new ModelPacket.InfoSession(profile, nextValue++));
                server.send(line(profile));
            } else {
                server.send(new ModelPacket.InfoShown(new int[] {profile, profile()}, nextValue++));
            }
        }
    }

    private void leaveAndComeBack() {
        int profile = profile();
        server.send(line(profile));
        server.send(new ModelPacket.InfoRemove(new int[] {profile}));
        if (server.oneIn(2)) {
            server.send(new ModelPacket.InfoUpdate(new int[] {profile, server.below(Places.PROFILES)}));
            server.send(line(profile));
        }
    }

    private void chatFlood() {
        for (int i = 0; i < 6; i++) {
            server.send(server.oneIn(2) ? new ModelPacket.SystemChat(nextValue++) : line(profile()));
        }
    }

    private void interfaces(int count) {
        for (int i = 0; i < count; i++) {
            server.send(
                    switch (server.below(3)) {
                        case 0 -> new ModelPacket.Interface(nextValue++);
                        case 1 -> new ModelPacket.Overlay(nextValue++);
                        default -> new ModelPacket.Score(nextValue++);
                    });
        }
    }

    private void sounds() {
        server.send(
                switch (server.below(4)) {
                    case 0 -> new ModelPacket.Particles();
                    case 1 -> new ModelPacket.StopSound();
                    default -> new ModelPacket.Sound(nextValue++);
                });
    }

    private void dimension() {
        world.closeBatch();
        if (server.oneIn(2)) {
            entities.removeAll();
        }
        if (server.oneIn(2)) {
            world.unloadAll();
        }
        int to = 1 - contract.dimension;
        server.send(server.oneIn(2) ? new ModelPacket.Respawn(to) : new ModelPacket.KeepingRespawn(to));
        arrive();
    }

    /** The player's profile has changed: it is listed and shown anew, and nothing of the world is told again. */
    private void showAnew() {
        int profile = profile();
        if (server.oneIn(2)) {
            server.send(new ModelPacket.InfoRemove(new int[] {profile}));
            server.send(new ModelPacket.InfoUpdate(new int[] {profile}));
        }
        server.send(new ModelPacket.KeepingRespawn(contract.dimension));
        if (server.oneIn(2)) {
            server.send(new ModelPacket.OwnPosition(contract.centreX, contract.centreZ));
        }
    }

    /** A dead player's chunks are not unloaded, and entities of plugins not removed. */
    private void respawnInTheSameWorld() {
        world.closeBatch();
        if (server.oneIn(2)) {
            entities.removeAll();
        } else {
            entities.removeSome();
        }
        if (server.oneIn(2)) {
            world.unloadAll();
        }
        server.send(new ModelPacket.Respawn(contract.dimension));
        arrive();
    }

    private void reconfiguration() {
        world.closeBatch();
        server.send(new ModelPacket.StartConfiguration());
        if (server.oneIn(2)) {
            server.step(new Step.Advance(50 + server.below(300), true));
        }
        server.send(new ModelPacket.Unknown(nextValue++));
        server.send(new ModelPacket.Login(server.below(2), 3 - contract.ownId));
        if (!server.oneIn(4)) {
            server.step(new Step.Own(contract.ownId));
        }
        server.send(new ModelPacket.InfoUpdate(new int[] {0, 1}));
        arrive();
    }

    private void arrive() {
        server.send(new ModelPacket.OwnPosition(contract.centreX, contract.centreZ));
        world.moveTo(server.below(21) - 10, server.below(21) - 10);
        world.loadNearest(server.below(30));
    }

    /** The engine's thread hangs: no passes, then one late one. */
    private void stall() {
        server.step(new Step.Advance(500 + server.below(4000), false));
    }

    private void markers() {
        ModelLink.Treatment[] all = ModelLink.Treatment.values();
        server.step(server.oneIn(3) ? answered() : new Step.Markers(server.below(all.length), server.below(400)));
    }

    private Step answered() {
        // Now and then later than what counts as a stall.
        int delay = server.oneIn(6) ? server.below(3_000) : server.below(300);
        return new Step.Markers(ModelLink.Treatment.ANSWERED.ordinal(), delay);
    }

    /** The link is silent while the server goes on; then everything is answered at once, or gone. */
    private void silence() {
        server.step(new Step.Markers(ModelLink.Treatment.WITHHELD.ordinal(), 0));
        chatFlood();
        server.step(new Step.Advance(1_500 + server.below(1_500), true));
        world.loadNearest(server.below(10));
        sounds();
        if (!server.oneIn(3)) {
            server.step(new Step.Advance(server.below(1_000), true));
            server.step(answered());
        }
    }

    /** The engine hears late which entity is the player's own, whose packets may be held by then. */
    private void ownToldLate() {
        ownUpdates();
        server.step(new Step.Own(contract.ownId));
        ownUpdates();
    }

    private void ownUpdates() {
        for (int i = server.below(4); i >= 0; i--) {
            server.send(entities.update(contract.ownId));
        }
    }

    private void look() {
        server.step(new Step.Look(contract.centreX, contract.centreZ, server.below(360) - 180, server.below(180) - 90));
    }

    private void bypass() {
        if (!gone && server.oneIn(3)) {
            gone = true;
            server.step(new Step.Bypass());
        }
    }
}
