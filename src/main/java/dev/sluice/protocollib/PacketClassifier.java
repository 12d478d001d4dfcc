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
import java.util.function.IntSupplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Knows the server's packet classes by the {@link PacketTable}. What was read of a packet where it is sent is kept by the
 * packet's identity, weakly: a packet that is sent to many players within a tick is read once, and one that
 * a plugin changes and sends again in a later tick is read anew. Any thread.
 */
public final class PacketClassifier implements Classifier {

    static final String PROTOCOL_PACKAGE = "net.minecraft.network.protocol.";

    /** The number of the tick as long as none has ended; where the server announces no end of a tick, for good. */
    private static final int NO_TICK = 0;

    /**
     * An event loop that lags behind the server by so many ticks still finds what was sighted. Reading takes ten times as long, for
     * each player anew: it would lag the more.
     */
    private static final int LATE_TICKS = 20;

    /**
     * What was read of a packet.
     *
     * @param tick the number of the tick in which it was
     */
    private record Seen(Message message, int tick) {}

    private final PacketReader reader;
    private final Set<Class<?>> keptClasses;
    private final TableReport report;
    private final IntSupplier ticks;
    private final Map<Object, Seen> known = new MapMaker().weakKeys().makeMap();

    private PacketClassifier(PacketReader reader, Set<Class<?>> keptClasses, TableReport report, IntSupplier ticks) {
        this.reader = reader;
        this.keptClasses = keptClasses;
        this.report = report;
        this.ticks = ticks;
    }

    /**
     * Fits the table to the server's packet classes. A class that is not shaped as expected is left out and named in the
     * report.
     *
     * @param packetClasses the server's clientbound play packets
     * @param unusable names of packet types that are to pass, with the reason
     * @param ticks how many of the server's ticks have ended; asked by any thread, for each packet
     */
    public static PacketClassifier of(
            Set<Class<?>> packetClasses, Map<String, String> unusable, IntSupplier ticks, Logger logger) {
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
                new TableReport(managed, passedThrough, misshapen, plainer, missingCore),
                ticks);
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

    /** Whether what is read of a packet of a class is kept, so that reading it early is worth while. */
    boolean keeps(Class<?> packetClass) {
        return keptClasses.contains(packetClass);
    }

    /**
     * Classifies a packet where it is sent, and keeps that for all who are sent it within the tick. Not for the event loop: it
     * may read what is left of an earlier tick just before a plugin changes the packet.
     *
     * <p>Of what is never held nothing is kept: there is hardly anything to read. Nor is of a bundle, since ProtocolLib
     * rewrites it in place after its listeners (H6).
     */
    public @Nullable Message sighted(Object packet) {
        // Before the packet is read: what is read in the next tick then counts for this one, and so for nobody.
        int tick = ticks.getAsInt();
        Message message = kept(packet, tick, 0);
        if (message == null) {
            message = reader.classify(packet);
            if (message != null && tick != NO_TICK && keeps(packet.getClass())) {
                known.put(packet, new Seen(message, tick));
            }
        }
        return message;
    }

    /**
     * {@inheritDoc}
     *
     * <p>What was not sighted of late is read, and not kept. Whoever changes a packet and sends it again has it sighted before it
     * is written; only what is sent past all listeners the second time counts as what it was, within {@link #LATE_TICKS}.
     */
    @Override
    public @Nullable Message classify(Object packet) {
        Message message = kept(packet, ticks.getAsInt(), LATE_TICKS);
        return message == null ? reader.classify(packet) : message;
    }

    private @Nullable Message kept(Object packet, int tick, int ticksBefore) {
        Seen seen = keeps(packet.getClass()) ? known.get(packet) : null;
        return seen != null && tick - seen.tick() <= ticksBefore ? seen.message() : null;
    }
}
