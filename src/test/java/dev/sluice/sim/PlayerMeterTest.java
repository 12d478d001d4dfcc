package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.sim.report.PlayerMeter;
import dev.sluice.sim.report.SimReport;
import dev.sluice.sim.report.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured of packets whose times are known. */
final class PlayerMeterTest {

    private static final long MS = 1_000_000L;

    /** Times are kept to three digits. */
    private static final double DIGITS = 0.5;

    private final VirtualClock clock = new VirtualClock();
    private final Tally tally = new Tally();
    private final PlayerMeter meter = new PlayerMeter(EngineConfig.DEFAULT, clock, 1, tally);

    @Test
    void report_packetHeldFor300Ms_saysSoOfItsClassOnly() {
        SimPacket line = hold();
        for (int tick = 0; tick < 6; tick++) {
            clock.moveTo((25 + 50 * tick) * MS);
            tick();
        }
        clock.moveTo(300 * MS);
        write(line, 350 * MS);
        clock.moveTo(325 * MS);
        tick();

        SimReport.OfClass chat = report(MessagePriority.CHAT);
        assertEquals(1, chat.held());
        assertEquals(1, chat.released());
        assertEquals(100, chat.bytes());
        assertEquals(300, chat.untilWritten().max(), DIGITS);
        assertEquals(350, chat.untilDelivered().max(), DIGITS);
        // Of ages of 25, 75, 125, 175, 225, 275 ms and none the fourth and the seventh.
        assertEquals(125, chat.oldestUnsent().p50(), DIGITS);
        assertEquals(275, chat.oldestUnsent().max(), DIGITS);
        SimReport.OfClass chunks = report(MessagePriority.CHUNK_DATA);
        assertEquals(0, chunks.released());
        assertEquals(0, chunks.oldestUnsent().max());
    }

    @Test
    void report_oldestOfTwoWritten_ageIsThatOfTheOther() {
        SimPacket first = hold();
        clock.moveTo(100 * MS);
        SimPacket second = hold();
        clock.moveTo(200 * MS);
        write(first, 200 * MS);
        tick();
        assertEquals(100, report(MessagePriority.CHAT).oldestUnsent().max(), DIGITS);
        clock.moveTo(250 * MS);
        write(second, 250 * MS);
        assertEquals(200, report(MessagePriority.CHAT).untilWritten().max(), DIGITS);
    }

    private SimPacket hold() {
        SimPacket packet = new SimPacket(TestPacket.chat("line", 100).message(), 100, true);
        packet.offered(clock.nanos());
        packet.held();
        meter.held(packet);
        return packet;
    }

    private void write(SimPacket packet, long deliveredNanos) {
        meter.written(packet, packet.wireBytes(), Cause.RELEASED, deliveredNanos);
        SimPacket ended = packet.settle();
        if (ended != null) {
            meter.ended(ended);
        }
    }

    private void tick() {
        meter.tickEnded(false);
        meter.tick(false);
    }

    private SimReport.OfClass report(MessagePriority messageClass) {
        return SimReport.of(1, 1, tally, List.of(meter.result())).classes().get(messageClass.ordinal());
    }
}
