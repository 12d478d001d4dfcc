package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.ReplicationRequest;
import dev.sluice.engine.priority.Target;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PrioritizationManagerTest {

    private static final BandwidthConfig PER_TICK_1000 = new BandwidthConfig(20_000, 20, 1);

    @Test
    void gather_heldState_saysTargetComponentsAndBytes() {
        EngineHarness engine = new EngineHarness(PER_TICK_1000, Map.of());
        engine.hold(TestPacket.move(7, 1, 2, 3));
        engine.hold(TestPacket.head(7, "head"));
        ReplicationRequest request = Objects.requireNonNull(engine.firstRequest());
        assertEquals(new Target.EntityTarget(7), request.target());
        assertEquals(Component.POSITION.mask() | Component.HEAD.mask(), request.componentMask());
        assertEquals(18, request.desiredBudgetBytes());
        assertEquals(MessagePriority.NEARBY_ENTITIES, request.messageClass());
    }

    @Test
    void dropped_entityWithoutBudget_isReportedAndGoesBeforeWhatWasJustSent() {
        EngineHarness engine = new EngineHarness(new BandwidthConfig(1_200, 20, 1), Map.of());
        // 60 bytes a tick: one update each. In the next tick those that are left out have waited for longer.
        for (int entity = 1; entity <= 3; entity++) {
            engine.hold(TestPacket.sync(entity, "first " + entity));
        }
        TestPacket first = engine.tick().getFirst();
        assertFalse(engine.dropped.isEmpty());
        int sentId = ((Target.EntityTarget) first.message().target()).entityId();
        engine.hold(TestPacket.sync(sentId, "again"));
        TestPacket second = engine.tick().getFirst();
        assertTrue(((Target.EntityTarget) second.message().target()).entityId() != sentId);
    }

    @Test
    void entities_moreThanTheBudget_eachIsServedWithinItsTurn() {
        int entities = 20;
        // Ceil(N * bytes / budget) ticks, after naia and Fiedler: 20 * 60 / 120 = 10, and one for the tie at the start.
        EngineHarness engine = new EngineHarness(new BandwidthConfig(2_400, 20, 1), Map.of());
        Map<Target, Integer> lastServed = new HashMap<>();
        int worst = 0;
        for (int tick = 0; tick < 200; tick++) {
            for (int entity = 0; entity < entities; entity++) {
                engine.hold(TestPacket.sync(entity, "sync"));
            }
            for (TestPacket sent : engine.tick()) {
                Integer before = lastServed.put(sent.message().target(), tick);
                if (before != null) {
                    worst = Math.max(worst, tick - before);
                }
            }
        }
        assertEquals(entities, lastServed.size());
        assertTrue(worst <= 11, "an entity waited " + worst + " ticks");
    }

    @Test
    void shares_allClassesBacklogged_areKept() {
        Map<MessagePriority, Double> shares = new EnumMap<>(MessagePriority.class);
        shares.put(MessagePriority.NEARBY_ENTITIES, 0.4);
        shares.put(MessagePriority.CHUNK_DATA, 0.4);
        shares.put(MessagePriority.CHAT, 0.15);
        EngineHarness engine = new EngineHarness(new BandwidthConfig(100_000, 20, 1), shares);
        Map<MessagePriority, Long> bytes = new EnumMap<>(MessagePriority.class);
        for (int tick = 0; tick < 400; tick++) {
            for (int i = 0; i < 8; i++) {
                hold(engine, MessagePriority.NEARBY_ENTITIES, tick * 8 + i, 1_000);
                hold(engine, MessagePriority.CHAT, tick * 8 + i, 1_000);
            }
            hold(engine, MessagePriority.CHUNK_DATA, tick, 8_000);
            for (TestPacket sent : engine.tick()) {
                bytes.merge(sent.message().type().priority(), (long) sent.bytes(), Long::sum);
            }
            if (tick == 8) {
                // Nothing is overdue yet: what the shares leave over goes strictly by class.
                break;
            }
        }
        double total = bytes.values().stream().mapToLong(Long::longValue).sum();
        assertTrue(bytes.getOrDefault(MessagePriority.CHAT, 0L) >= 0.15 * total - 2_000, bytes.toString());
        assertTrue(bytes.getOrDefault(MessagePriority.CHUNK_DATA, 0L) >= 0.4 * total - 9_000, bytes.toString());
        assertTrue(bytes.getOrDefault(MessagePriority.NEARBY_ENTITIES, 0L) >= 0.4 * total - 2_000, bytes.toString());
    }

    @Test
    void overdue_classWithoutAShare_isServedFromWhatIsLeftOver() {
        Map<MessagePriority, Double> shares = Map.of(MessagePriority.NEARBY_ENTITIES, 0.9);
        EngineHarness engine = new EngineHarness(new BandwidthConfig(100_000, 20, 1), shares);
        hold(engine, MessagePriority.METADATA, 0, 200);
        int waited = 0;
        boolean sent = false;
        while (!sent && waited < 40) {
            for (int i = 0; i < 10; i++) {
                hold(engine, MessagePriority.NEARBY_ENTITIES, waited * 10 + i, 1_000);
            }
            sent = engine.tick().stream()
                    .anyMatch(packet -> packet.message().type().priority() == MessagePriority.METADATA);
            waited++;
        }
        assertTrue(sent, "starved for " + waited + " ticks");
        // Ten ticks until it is overdue, one until that is past, and the left-over lane's turn: 1000 B / 0.1 / 5000 B.
        assertTrue(waited <= 13, "escalated after " + waited + " ticks");
    }

    @Test
    void chat_keepsItsOrder() {
        EngineHarness engine = new EngineHarness(PER_TICK_1000, Map.of(MessagePriority.CHAT, 0.1));
        for (int i = 0; i < 30; i++) {
            engine.hold(TestPacket.chat("line " + i, 300));
        }
        StringBuilder order = new StringBuilder();
        for (int tick = 0; tick < 20; tick++) {
            engine.tick().forEach(packet -> order.append(packet.label()).append(','));
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            expected.append("line ").append(i).append(',');
        }
        assertEquals(expected.toString(), order.toString());
    }

    private static void hold(EngineHarness engine, MessagePriority messageClass, int number, int bytes) {
        engine.hold(TestPacket.fact(messageClass, messageClass + " " + number, bytes, new Target.EntityTarget(number)));
    }

    @Test
    void gather_nothingHeld_isEmpty() {
        assertNull(new EngineHarness(PER_TICK_1000, Map.of()).firstRequest());
    }
}
