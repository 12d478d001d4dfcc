package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Allocations;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.HeldLog.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log keeps the order of a list, whatever comes and goes. */
final class HeldLogTest {

    private static final TestPacket CHAT = TestPacket.chat("line", 90);
    private static final int STEPS = 20_000;

    private final HeldLog log = new HeldLog(Order.AGE);

    @ParameterizedTest
    @EnumSource(Order.class)
    void operations_atRandom_areThoseOfAList(Order order) {
        for (long seed = 1; seed <= 8; seed++) {
            run(seed, order, new HeldLog(order));
        }
    }

    /** How many there are at most goes up and down, so that the ring fills, grows, closes its gaps and is empty. */
    private static void run(long seed, Order order, HeldLog log) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HeldMessage> model = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int atMost = 1 + (step / 500 % 4 == 3 ? 0 : step % 500);
            HeldMessage message = message();
            if (model.size() >= atMost) {
                log.remove(model.remove(random.nextInt(model.size())));
            } else {
                log.append(message);
                model.add(message);
            }
            if (step % 37 == 0 || model.size() < 3) {
                assertEquals(model, forwards(log), "seed " + seed + ", " + order + ", step " + step);
                assertEquals(model.isEmpty() ? null : model.getLast(), log.last(), "seed " + seed + ", step " + step);
            }
        }
    }

    @Test
    void append_oneStaysForEver_takesNoMoreMemoryAndKeepsTheOrder() {
        HeldMessage staying = message();
        log.append(staying);
        Deque<HeldMessage> others = new ArrayDeque<>();
        for (int i = 0; i < 10; i++) {
            others.add(message());
        }
        others.forEach(log::append);
        double bytes = Allocations.bytesPerOperation(i -> {
            HeldMessage next = others.remove();
            log.remove(next);
            log.append(next);
            others.add(next);
        });
        assertEquals(0, bytes, 0.1);
        others.addFirst(staying);
        assertEquals(List.copyOf(others), forwards(log));
    }

    @Test
    void operations_placesCountOver_areThoseOfAList() {
        HeldLog late = new HeldLog(Order.AGE, Integer.MAX_VALUE - 500);
        run(1, Order.AGE, late);
        HeldMessage last = message();
        late.append(last);
        assertTrue(last.place(Order.AGE) < 0, "places have not counted over: " + last.place(Order.AGE));
    }

    @Test
    void append_oneStaysAfterAFlood_givesTheMemoryBack() {
        HeldMessage staying = message();
        log.append(staying);
        List<HeldMessage> flood = new ArrayList<>();
        for (int i = 0; i < 65_536; i++) {
            flood.add(message());
        }
        flood.forEach(log::append);
        flood.forEach(log::remove);
        int large = log.capacity();
        for (int i = 0; i < 2 * large; i++) {
            HeldMessage next = message();
            log.append(next);
            log.remove(next);
        }
        assertTrue(log.capacity() <= 1_024, "places: " + log.capacity() + ", before " + large);
        assertEquals(List.of(staying), forwards(log));
    }

    @Test
    void append_afterAFloodHasLeftEntirely_keepsTheOrderInLittleMemory() {
        List<HeldMessage> flood = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            flood.add(message());
        }
        flood.forEach(log::append);
        flood.forEach(log::remove);
        assertTrue(log.capacity() <= 1_024, () -> "places: " + log.capacity());

        List<HeldMessage> after = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            after.add(message());
            log.append(after.getLast());
        }
        assertEquals(after, forwards(log));
        assertEquals(after.getLast(), log.last());
    }

    @Test
    void first_allHaveLeft_isNull() {
        HeldMessage message = message();
        log.append(message);
        log.remove(message);
        assertNull(log.first());
        assertNull(log.last());
    }

    private static List<HeldMessage> forwards(HeldLog log) {
        List<HeldMessage> all = new ArrayList<>();
        for (HeldMessage message = log.first(); message != null; message = log.after(message)) {
            all.add(message);
        }
        return all;
    }

    private static HeldMessage message() {
        return new HeldMessage(CHAT.message(), CHAT);
    }
}
