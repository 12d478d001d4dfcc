package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What predicted queue times are worth while more keeps coming, twice the rate of it, in the classes that come after the message's
 * own in their order. The first class has no part in this: nothing of it is ever held.
 */
final class QueueTimeLaterTest {

    private static final long RATE = 125_000;
    private static final double TOLERANCE_MILLIS = 50;
    private static final int PROBES = 60;
    private static final int NATURAL_CHUNK = 6_000;
    private static final int LATER_BYTES = 1_500;

    /** Of each later class, if it has a backlog already: more than its share sends while a probe waits. */
    private static final int LATER_MESSAGES = 200;

    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    /** How long a message was to wait, and waited. */
    private record Wait(double predictedMillis, double realMillis) {

        double error() {
            return predictedMillis - realMillis;
        }
    }

    /** What comes later has its share of the link already, and is in no order before what waits. */
    @ParameterizedTest
    @EnumSource(names = {"NEARBY_ENTITIES", "VOXEL_EDITS", "CHUNK_DATA", "CHAT"})
    void stats_moreComesInClassesThatAreBacklogged_areWithinTheTolerance(MessagePriority messageClass, TestInfo test) {
        List<Wait> waits = waits(SHARES, messageClass, true, test);
        assertTrue(worst(waits) <= TOLERANCE_MILLIS, waits::toString);
    }

    /** Nothing overtakes a message of a class before it, nor one that is overdue for longer; chunks never are. */
    @ParameterizedTest
    @EnumSource(names = {"NEARBY_ENTITIES", "VOXEL_EDITS", "CHAT"})
    void stats_moreComesInClassesWithoutAShare_areWithinTheTolerance(MessagePriority messageClass, TestInfo test) {
        List<Wait> waits = waits(Map.of(), messageClass, false, test);
        assertTrue(worst(waits) <= TOLERANCE_MILLIS, waits::toString);
    }

    /**
     * A class with a share that had nothing gets that at once, whichever place it has: those that have something get less in
     * proportion, and a message of each is sent before what may go. Before chunks go all others that are overdue, but in their share.
     */
    @ParameterizedTest
    @EnumSource(names = {"NEARBY_ENTITIES", "VOXEL_EDITS", "CHUNK_DATA", "CHAT"})
    void stats_moreComesInClassesThatHadNothing_waitsAreLongerByTheirShares(
            MessagePriority messageClass, TestInfo test) {
        double own = SHARES.getOrDefault(messageClass, 0.0);
        double later = later(messageClass).stream()
                .mapToDouble(each -> SHARES.getOrDefault(each, 0.0))
                .sum();
        double leftOver =
                1 - SHARES.values().stream().mapToDouble(share -> share).sum();
        double factor = messageClass == MessagePriority.CHUNK_DATA ? 1 / own : 1 + later / (own + leftOver);
        double messagesMillis = 1_000.0 * later(messageClass).size() * LATER_BYTES / RATE;

        List<Wait> waits = waits(SHARES, messageClass, false, test);

        assertTrue(worst(waits) > TOLERANCE_MILLIS, "nothing is to be said here: the prediction holds");
        for (Wait wait : waits) {
            double most = factor * wait.predictedMillis() + messagesMillis + TOLERANCE_MILLIS;
            assertTrue(wait.realMillis() <= most, () -> wait + ", allowed " + most);
            assertTrue(wait.error() <= TOLERANCE_MILLIS, wait::toString);
        }
    }

    private static List<Wait> waits(
            Map<MessagePriority, Double> shares, MessagePriority messageClass, boolean backlogged, TestInfo test) {
        SplittableRandom random = new SplittableRandom(1 + messageClass.ordinal());
        List<Wait> waits = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            waits.add(wait(shares, messageClass, backlogged, random));
        }
        waits.sort(Comparator.comparingDouble(Wait::error));
        report(test, waits);
        return waits;
    }

    private static Wait wait(
            Map<MessagePriority, Double> shares,
            MessagePriority messageClass,
            boolean backlogged,
            SplittableRandom random) {
        BoundsRig rig = QueueTimeCheck.watched(BoundsRig.config(RATE, shares, 500 * BoundsRig.MILLI));
        RandomLoad load = new RandomLoad(random.nextLong(), RATE, NATURAL_CHUNK);
        rig.congest();
        for (MessagePriority each : MessagePriority.values()) {
            int most = each == MessagePriority.CHUNK_DATA ? 30 : 200;
            for (int i = random.nextInt(most); each.compareTo(messageClass) <= 0 && i > 0; i--) {
                rig.offer(load.next(each));
            }
        }
        List<SimPacket> last = new ArrayList<>();
        for (MessagePriority each : backlogged ? later(messageClass) : List.<MessagePriority>of()) {
            for (int i = 1; i < LATER_MESSAGES; i++) {
                rig.offer(BoundsRig.ordered(each, LATER_BYTES));
            }
            last.add(rig.offer(BoundsRig.ordered(each, LATER_BYTES)));
        }
        QueueTimeCheck.toEndOfTick(rig, 1 + random.nextInt(6));
        double predicted = rig.client.session().stats().queueTime().millis(messageClass);
        long offered = rig.clock.nanos();
        SimPacket probe = rig.offer(load.next(messageClass));
        while (probe.isWaiting()) {
            more(rig, later(messageClass), random);
            rig.runTo(rig.client.nextPassNanos());
        }
        assertEquals(List.of(), last.stream().filter(each -> !each.isWaiting()).toList(), "a backlog has ended");
        return new Wait(predicted, (rig.clock.nanos() - offered) * 1e-6);
    }

    /** Twice what a pass may send. */
    private static void more(BoundsRig rig, List<MessagePriority> classes, SplittableRandom random) {
        for (double bytes = 2 * RATE * rig.quantumSeconds(); bytes > 0; bytes -= LATER_BYTES) {
            rig.offer(BoundsRig.ordered(classes.get(random.nextInt(classes.size())), LATER_BYTES));
        }
    }

    private static List<MessagePriority> later(MessagePriority messageClass) {
        return Arrays.stream(MessagePriority.values())
                .filter(each -> each.compareTo(messageClass) > 0)
                .toList();
    }

    private static double worst(List<Wait> sorted) {
        return Math.max(-sorted.getFirst().error(), sorted.getLast().error());
    }

    /** What docs/scheduling.md tells of. */
    private static void report(TestInfo test, List<Wait> sorted) {
        System.out.printf(
                Locale.ROOT,
                "%s %s: error of %d probes, ms: least %.0f, p5 %.0f, p50 %.0f, p95 %.0f, most %.0f; waited %.0f on average%n",
                test.getTestMethod().orElseThrow().getName(),
                test.getDisplayName(),
                sorted.size(),
                sorted.getFirst().error(),
                percentile(sorted, 5),
                percentile(sorted, 50),
                percentile(sorted, 95),
                sorted.getLast().error(),
                sorted.stream().mapToDouble(Wait::realMillis).average().orElse(0));
    }

    private static double percentile(List<Wait> sorted, int percent) {
        return sorted.get((sorted.size() - 1) * percent / 100).error();
    }
}
