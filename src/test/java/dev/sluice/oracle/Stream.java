package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;

/** Numbers a server's packets in their order, parts of bundles included, and says what each is to the engine. */
final class Stream {

    private final ModelClassifier classifier;
    private int serial;

    Stream(ModelClassifier classifier) {
        this.classifier = classifier;
    }

    /** The serial of the next packet. */
    int serial() {
        return serial;
    }

    /** The next packet. */
    Sent next(ModelPacket packet) {
        return next(packet, false);
    }

    private Sent next(ModelPacket packet, boolean inBundle) {
        int own = serial++;
        List<Sent> parts = List.of();
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> packets)) {
            parts = new ArrayList<>(packets.size());
            for (ModelPacket part : packets) {
                parts.add(next(part, true));
            }
        }
        return new Sent(own, packet, classifier.classify(packet), parts, inBundle);
    }
}
