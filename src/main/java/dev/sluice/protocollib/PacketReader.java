package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.port.Classifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads packets by their classes. A packet that cannot be read is unknown; that is logged once per class. Any thread. */
final class PacketReader implements Classifier {

    private final Map<Class<?>, Extractor> extractors = new HashMap<>();
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
    private final Logger logger;

    PacketReader(Logger logger) {
        this.logger = logger;
    }

    /** Adds a class; before the reader is handed to other threads. */
    void add(Class<?> packetClass, Extractor extractor) {
        extractors.put(packetClass, extractor);
    }

    boolean knows(Class<?> packetClass) {
        return extractors.containsKey(packetClass);
    }

    @Override
    public @Nullable Message classify(Object packet) {
        Extractor extractor = extractors.get(packet.getClass());
        if (extractor == null) {
            return null;
        }
        try {
            return extractor.extract(packet);
        } catch (RuntimeException e) {
            if (failed.add(packet.getClass())) {
                logger.log(
                        Level.WARNING,
                        "Sluice cannot read a " + packet.getClass().getSimpleName()
                                + " and lets it pass, now and from now"
                                + " on without a word. Please report this with the versions of Paper and ProtocolLib.",
                        e);
            }
            return null;
        }
    }
}
