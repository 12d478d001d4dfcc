package dev.sluice.sim.report;

import dev.sluice.sim.SimPacket;
import java.util.ArrayDeque;

/**
 * What of one class could have been sent and was not, in bytes: held packets that wait for no other one, from a certain age
 * on. Confined to one player's simulation.
 */
final class SendableBacklog {

    /** What is not old enough to count, the oldest first. */
    private final ArrayDeque<SimPacket> young = new ArrayDeque<>();

    /** What has waited since before then is counted. */
    private long countedUntilNanos = Long.MIN_VALUE;

    private long bytes;

    /** A packet starts to wait. */
    void starts(SimPacket packet) {
        young.addLast(packet);
    }

    /** A packet waits no longer. */
    void ends(SimPacket packet) {
        if (counts(packet)) {
            bytes -= packet.wireBytes();
        }
    }

    /** Whether a packet has waited for long enough to be counted. */
    boolean counts(SimPacket packet) {
        return packet.sinceNanos() < countedUntilNanos;
    }

    /** What has waited since before some time; that only moves on. */
    long bytesSince(long nanos) {
        countedUntilNanos = Math.max(countedUntilNanos, nanos);
        while (!young.isEmpty() && young.getFirst().sinceNanos() < countedUntilNanos) {
            SimPacket packet = young.removeFirst();
            bytes += packet.isWaiting() ? packet.wireBytes() : 0;
        }
        return bytes;
    }
}
