package dev.sluice.protocollib;

import com.google.common.collect.MapMaker;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.port.Classifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows the server's packet classes by the {@link PacketTable}. What it learnt of a packet is kept by the packet's
 * identity, weakly: a packet that is sent to many players is read once. Any thread.
 */
public final class PacketClassifier implements Classifier {

    static final String PROTOCOL_PACKAGE = "net.minecraft.network.protocol.";

    private final PacketReader reader;
    private final Set<Class<?>> keptClasses;
    private final TableReport report;
    private final Map<Object, Message> known = new MapMaker().weakKeys().makeMap();

    private PacketClassifier(PacketReader reader, Set<Class<?>> keptClasses, TableReport report) {
        this.reader = reader;
        this.keptClasses = keptClasses;
        this.report = report;
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
        PacketReader reader = new PacketReader(logger);
        Set<Class<?>> keptClasses = new HashSet<>();
        List<String> managed = new ArrayList<>();
        List<String> passedThrough = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        List<String> plainer = new ArrayList<>();
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
                reader.add(packetClass, extractor(rule, type, packetClass, reader, plainer));
                if (rule.kind() != DeliveryKind.IMMEDIATE) {
                    managed.add(rule.name());
                    if (!rule.equals(PacketTable.BUNDLE)) {
                        keptClasses.add(packetClass);
                    }
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
        plainer.sort(null);
        return new PacketClassifier(
                reader,
                Set.copyOf(keptClasses),
                new TableReport(managed, passedThrough, misshapen, plainer, missingCore));
    }

    /** Of a class that lacks what is merged or scored, the target is read all the same: its order counts most. */
    static Extractor extractor(
            PacketRule rule, MessageType type, Class<?> packetClass, Classifier inside, List<String> plainer) {
        try {
            return Extractors.of(rule.shape(), rule.effect(), type, packetClass, inside);
        } catch (ShapeException e) {
            PacketShape less = rule.shape().plainer();
            if (less == null) {
                throw e;
            }
            Extractor extractor = Extractors.of(less, rule.effect(), type, packetClass, inside);
            plainer.add(rule.name() + " (" + e.getMessage() + ")");
            return extractor;
        }
    }

    public TableReport report() {
        return report;
    }

    /** Whether packets of a class are in the table and shaped as expected. */
    boolean knows(Class<?> packetClass) {
        return reader.knows(packetClass);
    }

    /** Whether what is learnt of a packet of a class is kept, so that reading it early is worth while. */
    boolean keeps(Class<?> packetClass) {
        return keptClasses.contains(packetClass);
    }

    /**
     * {@inheritDoc}
     *
     * <p>What is never held is read anew each time: there is hardly anything to read. So is a bundle, since ProtocolLib
     * rewrites it in place after its listeners (H6).
     */
    @Override
    public @Nullable Message classify(Object packet) {
        if (!keptClasses.contains(packet.getClass())) {
            return reader.classify(packet);
        }
        Message message = known.get(packet);
        if (message == null) {
            message = reader.classify(packet);
            if (message != null) {
                known.put(packet, message);
            }
        }
        return message;
    }
}
