package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;

/**
 * The traffic of the comparison: a link that carries what arrives, behind a backlog that stays. 8 of 10 packets are moves
 * of entities of which none is held, one is chat, one an interface fact.
 */
final class Backlog {

    static final int PACKET_BYTES = 12;

    /** Packets that arrive between two passes. */
    static final int BATCH = 100;

    /** About 1 Mbit/s: a pass releases what has arrived since the one before. */
    static final long BYTES_PER_SECOND = 120_000;

    /** How long the link takes for one. */
    static final long NANOS_PER_PACKET = PACKET_BYTES * 1_000_000_000L / BYTES_PER_SECOND;

    private final TestPacket[] packets;
    private int next;

    /** @param waiting how many packets wait */
    Backlog(int waiting) {
        packets = new TestPacket[2 * waiting];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = switch (i % 10) {
                case 3 -> TestPacket.chat("hello", PACKET_BYTES);
                case 7 ->
                    TestPacket.fact(MessagePriority.METADATA, "score", PACKET_BYTES, Target.StreamTarget.INTERFACE);
                default -> TestPacket.move(i, 1, 0, 0);
            };
        }
    }

    /** The bytes that a session must owe beside its credit so that so many wait. */
    static int debtFor(int waiting) {
        return (int) (2 * BYTES_PER_SECOND / 20) + waiting * PACKET_BYTES;
    }

    TestPacket next() {
        TestPacket packet = packets[next];
        next = next + 1 == packets.length ? 0 : next + 1;
        return packet;
    }
}
