package dev.sluice.paper;

import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.PacketComposer;
import java.util.List;
import java.util.Optional;
import org.bukkit.entity.Player;

/** Knows no packet: everything passes. */
final class PassingPackets implements Packets {

    @Override
    public Classifier classifier() {
        return packet -> null;
    }

    @Override
    public PacketComposer composer() {
        return PassingPackets::refuse;
    }

    private static Object refuse(StateUpdate.Move move) {
        throw new IllegalStateException("expected no packet to be held, found " + move);
    }

    @Override
    public Optional<Object> channelOf(Player player) {
        return Optional.empty();
    }

    @Override
    public int managedTypes() {
        return 0;
    }

    @Override
    public List<String> passedThrough() {
        return List.of();
    }

    @Override
    public List<String> missingCore() {
        return List.of();
    }

    @Override
    public void close() {}
}
