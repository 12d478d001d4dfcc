package dev.sluice.testbed.net;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import net.minestom.server.network.packet.server.ServerPacket;

/** Counts what a client is sent, by packet; written by the event loop, read by any thread. */
public final class PacketTally {
    private final Map<Class<?>, LongAdder> counts = new ConcurrentHashMap<>();

    void count(ServerPacket packet) {
        counts.computeIfAbsent(packet.getClass(), type -> new LongAdder()).increment();
    }

    public long of(Class<? extends ServerPacket> type) {
        LongAdder count = counts.get(type);
        return count == null ? 0 : count.sum();
    }

    /** By simple name, in alphabetical order. */
    public Map<String, Long> byName() {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((type, count) -> named.put(type.getSimpleName(), count.sum()));
        return named;
    }
}
