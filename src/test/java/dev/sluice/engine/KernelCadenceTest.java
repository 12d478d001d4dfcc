package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.ClockPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With one pass a tick a server that lags costs nobody a part of the budget. */
final class KernelCadenceTest {

    private static final long RATE = 125_000;
    private static final long BYTES = 100;

    /** What two ticks of 50 ms earn: less than one of the server's here. */
    private static final EngineConfig CONFIG = SessionFixture.clocked(SessionFixture.rate(RATE), ClockPolicy.KERNEL);

    private final SessionFixture client = new SessionFixture(CONFIG);
    private int offered;

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200})
    void pass_ticksFarApart_releasesAtTheRate(int tickMillis) {
        double used = used(tickMillis);
        assertTrue(used > 0.99 && used <= 1.01, () -> used + " of the rate");
    }

    /** What a late tick may save up is no burst for passes that come often. */
    @Test
    void pass_clockChangedToOneWithPassesBetweenTicks_savesUpTheBurst() {
        used(200);
        client.session.configureScheduler(
                SessionFixture.clocked(CONFIG, ClockPolicy.INDEPENDENT).profile());
        client.drain();
        client.run(5_000);
        client.sink.written.clear();
        while (!client.session.hasHeld()) {
            offer();
        }
        long passed = BYTES * client.sink.written.size();
        assertTrue(passed <= CONFIG.bandwidth().burstBytes() + BYTES, () -> passed + " bytes at once");
    }

    /** The part of the rate that goes in twenty seconds in which more is always held. */
    private double used(int tickMillis) {
        client.congest();
        while (offered < 2_000) {
            offer();
        }
        tick(tickMillis, 3_000);
        client.sink.written.clear();
        for (int millis = 0; millis < 20_000; millis += tickMillis) {
            for (int i = 0; i * BYTES < RATE * tickMillis / 1_000; i++) {
                offer();
            }
            tick(tickMillis, tickMillis);
        }
        return client.sink.written.size() * BYTES / (20.0 * RATE);
    }

    private void tick(int tickMillis, int millis) {
        for (int i = 0; i < millis; i += tickMillis) {
            client.ticker.advanceMillis(tickMillis);
            client.session.scheduler().tickScheduler(client.ticker.nanos());
            client.session.pass();
        }
    }

    private void offer() {
        client.send(TestPacket.fact(
                MessagePriority.METADATA,
                "fact " + offered++,
                (int) BYTES,
                Target.StreamTarget.INTERFACE,
                TestPacket.exclusive(OrderingKey.EDITS)));
    }
}
