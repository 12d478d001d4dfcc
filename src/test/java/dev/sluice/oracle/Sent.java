package dev.sluice.oracle;

import dev.sluice.engine.packet.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One packet object on its way; it serves as its own receipt. Equality is identity. */
final class Sent {

    /** The serial of a packet that the engine had composed. */
    static final int COMPOSED = -1;

    /** The packet's place in the stream, parts of bundles included; larger is later. */
    final int serial;

    final ModelPacket packet;

    /** What it truly is to the engine, null for an unknown packet. */
    final @Nullable Message message;

    final List<Sent> parts;
    final boolean inBundle;

    /** Whether the profile at its offer drops it under no circumstances, were it ephemeral. */
    boolean neverDropped;

    /** Whether it is held now. */
    boolean held;

    int delivered;
    int settled;

    Sent(int serial, ModelPacket packet, @Nullable Message message, List<Sent> parts, boolean inBundle) {
        this.serial = serial;
        this.packet = packet;
        this.message = message;
        this.parts = parts;
        this.inBundle = inBundle;
    }

    /** A packet that the engine had composed. */
    static Sent composed(ModelPacket packet) {
        return new Sent(COMPOSED, packet, null, List.of(), false);
    }

    @Override
    public String toString() {
        return "#" + serial + " " + StepText.write(packet);
    }
}
