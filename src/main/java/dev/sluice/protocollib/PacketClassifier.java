package dev.sluice.protocollib;

import com.google.common.collect.MapMaker;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.port.Classifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows the server's packet classes by the {@link PacketTable}. What it learnt of a packet is kept by the packet's
 * identity, weakly: a packet that is sent to many players is read once. Any thread.
 */
public final class PacketClassifier implements Classifier {

    private static final String PROTOCOL_PACKAGE = "net.minecraft.network.protocol.";

    private final Map<Class<?>, Extractor> extractors;
    private final TableReport report;
    private final Map<Object, Message> known = new MapMaker().weakKeys().makeMap();
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
    private final Logger logger;

    /** ProtocolLib rewrites a bundle in place after its listeners (H6): what was learnt of one before is not kept. */
    private final @Nullable Class<?> bundleClass;

    private PacketClassifier(
            Map<Class<?>, Extractor> extractors, @Nullable Class<?> bundleClass, TableReport report, Logger logger) {
        this.extractors = extractors;
        this.bundleClass = bundleClass;
        this.report = report;
        this.logger = logger;
    }

    /**
     * Fits the table to the server's packet classes. A class that is not shaped as expected is left out and named in the
     * report.
     *
     * @param packetClasses the server's clientbound play packets
     * @param unusable names of packet types that are to pass, with the reason
     */
    public static PacketClassifier of(Set<Class<?>> packetClasses, Map<String, String> unusable, Logger logger) {
        Map<String, PacketRule> rules = new HashMap<>();
        Map<String, Integer> indices = new HashMap<>();
        List<PacketRule> all = new ArrayList<>(PacketTable.PACKETS);
        all.add(PacketTable.BUNDLE);
        for (PacketRule rule : all) {
            indices.put(rule.name(), indices.size());
            rule.classNames().forEach(name -> rules.put(PROTOCOL_PACKAGE + name, rule));
        }
        Map<Class<?>, Extractor> extractors = new HashMap<>();
        Class<?> bundleClass = null;
        List<String> managed = new ArrayList<>();
        List<String> passedThrough = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        Classifier inside = packet -> {
            Extractor extractor = extractors.get(packet.getClass());
            return extractor == null ? null : extractor.extract(packet);
        };
        for (Class<?> packetClass : packetClasses) {
            PacketRule rule = rules.get(packetClass.getName());
            if (rule == null) {
                passedThrough.add(packetClass.getSimpleName());
                continue;
            }
            String reason = unusable.get(rule.name());
            if (reason != null) {
                misshapen.add(rule.name() + " (" + reason + ")");
                continue;
            }
            MessageType type = new MessageType(
                    indices.getOrDefault(rule.name(), 0), rule.name(), rule.priority(), rule.kind(), rule.sizeBytes());
            try {
                extractors.put(packetClass, Extractors.of(rule, type, packetClass, inside));
                if (rule.equals(PacketTable.BUNDLE)) {
                    bundleClass = packetClass;
                }
                if (rule.kind() != DeliveryKind.IMMEDIATE) {
                    managed.add(rule.name());
                }
            } catch (ShapeException e) {
                misshapen.add(rule.name() + " (" + e.getMessage() + ")");
            }
        }
        List<String> missingCore = new ArrayList<>(PacketTable.CORE);
        missingCore.removeAll(managed);
        managed.sort(null);
        passedThrough.sort(null);
        misshapen.sort(null);
        return new PacketClassifier(
                Map.copyOf(extractors),
                bundleClass,
                new TableReport(managed, passedThrough, misshapen, missingCore),
                logger);
    }

    public TableReport report() {
        return report;
    }

    /** Whether packets of a class are in the table and shaped as expected. */
    boolean knows(Class<?> packetClass) {
        return extractors.containsKey(packetClass);
    }

    @Override
    public @Nullable Message classify(Object packet) {
        Extractor extractor = extractors.get(packet.getClass());
        if (extractor == null) {
            return null;
        }
        boolean kept = packet.getClass() != bundleClass;
        Message message = kept ? known.get(packet) : null;
        if (message != null) {
            return message;
        }
        try {
            message = extractor.extract(packet);
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
        if (kept) {
            known.put(packet, message);
        }
        return message;
    }
}
