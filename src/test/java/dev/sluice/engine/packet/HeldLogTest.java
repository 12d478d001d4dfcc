package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
            } else if (model.isEmpty() || random.nextInt(3) > 0) {
                log.append(message);
                model.add(message);
            } else {
                int index = random.nextInt(model.size());
                log.insert(message, model.get(index));
                model.add(index, message);
            }
            if (step % 37 == 0 || model.size() < 3) {
                assertEquals(model, forwards(log), "seed " + seed + ", " + order + ", step " + step);
                assertEquals(model.reversed(), backwards(log), "seed " + seed + ", " + order + ", step " + step);
            }
        }
    }

    @Test
    void append_oneStaysForEver_takesNoMoreMemory() {
        log.append(message());
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
    }

    @Test
    void operations_placesHaveCountedOver_areThoseOfAList() {
        run(1, Order.AGE, new HeldLog(Order.AGE, Integer.MAX_VALUE - STEPS / 2));
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

    private static List<HeldMessage> backwards(HeldLog log) {
        List<HeldMessage> all = new ArrayList<>();
        for (HeldMessage message = log.last(); message != null; message = log.before(message)) {
            all.add(message);
        }
        return all;
    }

    private static HeldMessage message() {
        return new HeldMessage(CHAT.message(), CHAT);
    }
}
