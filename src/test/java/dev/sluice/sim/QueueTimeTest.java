package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Predicted queue times are within 50 ms of what happens, at a constant rate and without later arrivals. */
final class QueueTimeTest {

    private static final long RATE = 125_000;
    private static final long TOLERANCE = 50 * BoundsRig.MILLI;
    private static final int PROBES = 60;
    private static final int MIXED_PROBES = 600;

    /** Bytes of a move. */
    private static final int SIZES_ARE_KNOWN = MixedBacklog.MERGED_MOVE_BYTES;

    private static final int SIZES_ARE_OFF = SIZES_ARE_KNOWN - 2;

    /** Where sizes are off, one message goes before another one that is predicted to, which may be more than the tolerance. */
    private static final double NEARLY_ALL_PERCENT = 99;

    private static final int NATURAL_CHUNK = 6_000;
    private static final int DENSE_CHUNK = 26_000;
    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    private static final EngineConfig FOLLOWING = CONFIG.withControl(RateControlConfig.AUTOMATIC);

    /** Right with one class alone: what is held before the message, less the credit, at the rate. */
    private static final QueueTimePredictor ONE_CLASS = (rig, messageClass, bytes) -> {
        double debt = rig.heldBytes() - rig.credit.bytes();
        return Math.round(Math.max(0, debt) / RATE * BoundsRig.SECOND);
    };

    /** What a session says of itself. */
    private static final QueueTimePredictor STATS = (rig, messageClass, bytes) ->
            Math.round(rig.client.session().stats().queueTime().millis(messageClass) * BoundsRig.MILLI);

    @ParameterizedTest
    @EnumSource(MessagePriority.class)
    void check_rightPrediction_isWithinTheTolerance(MessagePriority messageClass) {
        long[] errors = QueueTimeCheck.errorsWithoutArrivals(CONFIG, ONE_CLASS, 1, PROBES, NATURAL_CHUNK, messageClass);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHUNK_DATA", "CHAT"})
    void check_wrongPrediction_isSeen(MessagePriority messageClass) {
        QueueTimePredictor wrong = (rig, of, bytes) -> 2 * ONE_CLASS.nanos(rig, of, bytes);
        assertTrue(worst(QueueTimeCheck.errorsWithoutArrivals(CONFIG, wrong, 1, PROBES, NATURAL_CHUNK, messageClass))
                > TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHUNK_DATA", "CHAT"})
    void check_rightPredictionUnderLoad_isWithinTheToleranceAtP50AndP95(MessagePriority messageClass) {
        long[] errors = QueueTimeCheck.errorsUnderLoad(CONFIG, ONE_CLASS, 1, NATURAL_CHUNK, messageClass);
        assertTrue(errors.length > 200, "too little was held: " + errors.length);
        assertTrue(Math.abs(QueueTimeCheck.percentile(errors, 50)) <= TOLERANCE, () -> Arrays.toString(errors));
        assertTrue(Math.abs(QueueTimeCheck.percentile(errors, 95)) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @ParameterizedTest
    @EnumSource(MessagePriority.class)
    void stats_oneClassBacklogged_areWithinTheTolerance(MessagePriority messageClass) {
        long[] errors = QueueTimeCheck.errorsWithoutArrivals(CONFIG, STATS, 2, PROBES, DENSE_CHUNK, messageClass);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @Test
    void stats_allClassesBackloggedAndNothingOverdue_areWithinTheTolerance() {
        EngineConfig patient = BoundsRig.config(RATE, CONFIG.shares(), 3_600 * BoundsRig.SECOND);
        long[] errors =
                QueueTimeCheck.errorsWithoutArrivals(patient, STATS, 1, 400, NATURAL_CHUNK, MessagePriority.values());
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @Test
    void stats_allClassesBacklogged_areWithinTheTolerance() {
        long[] errors =
                QueueTimeCheck.errorsWithoutArrivals(CONFIG, STATS, 1, 400, NATURAL_CHUNK, MessagePriority.values());
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @Test
    void stats_allClassesBackloggedWithDenseChunks_areWithinTheTolerance() {
        long[] errors =
                QueueTimeCheck.errorsWithoutArrivals(CONFIG, STATS, 3, 400, DENSE_CHUNK, MessagePriority.values());
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    /** In the first tick the prediction is made before any pass has favoured the chunks around the player. */
    @ParameterizedTest
    @ValueSource(ints = {NATURAL_CHUNK, DENSE_CHUNK})
    void stats_allClassesBackloggedAtAJoin_areWithinTheTolerance(int largestChunk) {
        long[] errors = QueueTimeCheck.errorsAtAJoin(CONFIG, STATS, 3, PROBES, largestChunk, MessagePriority.values());
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    /**
     * Chunks near and far, spawns and edits that wait for them, entities by score and at their turns, sounds that are dropped:
     * one message more or less before the probe is up to 48 ms here. The probe is the last of its class.
     */
    @ParameterizedTest
    @MethodSource("clocksAndClasses")
    void stats_mixtureHeld_areWithinTheTolerance(ClockPolicy clock, MessagePriority messageClass, TestInfo test) {
        long[] errors =
                errorsBehindMixture(withClock(CONFIG, clock), NATURAL_CHUNK, SIZES_ARE_KNOWN, messageClass, test);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    /** One message more or less before the probe is up to 208 ms here. */
    @ParameterizedTest
    @MethodSource("clocksAndClasses")
    void stats_mixtureWithDenseChunksHeld_areWithinTheTolerance(
            ClockPolicy clock, MessagePriority messageClass, TestInfo test) {
        long[] errors = errorsBehindMixture(withClock(CONFIG, clock), DENSE_CHUNK, SIZES_ARE_KNOWN, messageClass, test);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    /** A link that is followed has a pass in each quantum, whether there is credit or not. Its rate stays at the most allowed. */
    @ParameterizedTest
    @MethodSource("clocksAndClasses")
    void stats_mixtureHeldAndRateFollowed_areWithinTheTolerance(
            ClockPolicy clock, MessagePriority messageClass, TestInfo test) {
        long[] errors =
                errorsBehindMixture(withClock(FOLLOWING, clock), NATURAL_CHUNK, SIZES_ARE_KNOWN, messageClass, test);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    static Stream<Arguments> clocksAndClasses() {
        return Arrays.stream(ClockPolicy.values())
                .flatMap(clock ->
                        Arrays.stream(MessagePriority.values()).map(messageClass -> Arguments.of(clock, messageClass)));
    }

    private static EngineConfig withClock(EngineConfig config, ClockPolicy clock) {
        NetworkProfile profile = config.profile();
        return config.withProfile(new NetworkProfile(
                profile.name(),
                clock,
                profile.quantumMillis(),
                profile.entityIntervalTicks(),
                profile.keepaliveMillis(),
                profile.burstTicks(),
                profile.reliableTypes(),
                profile.neverDroppedTypes(),
                profile.visibility()));
    }

    /** A merged move takes 14 bytes where 12 are expected: what goes first where two are about as urgent is a guess then. */
    @ParameterizedTest
    @EnumSource(MessagePriority.class)
    void stats_mixtureHeldOfSizesThatAreOff_nearlyAllAreWithinTheTolerance(
            MessagePriority messageClass, TestInfo test) {
        long[] errors = errorsBehindMixture(CONFIG, NATURAL_CHUNK, SIZES_ARE_OFF, messageClass, test);
        assertTrue(percentWithin(errors) >= NEARLY_ALL_PERCENT, () -> Arrays.toString(errors));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHUNK_DATA")
    void stats_serversTrafficThatStops_nearlyAllAreWithinTheTolerance(MessagePriority messageClass, TestInfo test) {
        long[] errors = errorsBehindTraffic(messageClass, test);
        assertTrue(percentWithin(errors) >= NEARLY_ALL_PERCENT, () -> Arrays.toString(errors));
    }

    /** What is known of each chunk's size here is up to 15 % off, and up to ten seconds' worth of them wait. */
    @Test
    void stats_serversTrafficThatStops_chunksAreOffByWhatTheirSizesAre(TestInfo test) {
        long[] errors = errorsBehindTraffic(MessagePriority.CHUNK_DATA, test);
        assertTrue(QueueTimeCheck.percentile(errors, 5) >= -3 * TOLERANCE, () -> Arrays.toString(errors));
        assertTrue(QueueTimeCheck.percentile(errors, 95) <= 3 * TOLERANCE, () -> Arrays.toString(errors));
    }

    /** What the prediction is worth when anything may come later; the numbers are printed. */
    @Test
    void stats_randomLoadOfAllClasses_errAlmostOnlyByWhatComesLater(TestInfo test) {
        long[] errors = QueueTimeCheck.errorsUnderLoad(CONFIG, STATS, 1, NATURAL_CHUNK, MessagePriority.values());
        assertTrue(errors.length > 200, "too little was held: " + errors.length);
        report(test, errors);
        long p95 = QueueTimeCheck.percentile(errors, 95);
        assertTrue(p95 <= 2 * TOLERANCE, () -> "p95 of the signed error: " + p95 / BoundsRig.MILLI + " ms");
    }

    private static long[] errorsBehindMixture(
            EngineConfig config, int largestChunk, int moveBytes, MessagePriority messageClass, TestInfo test) {
        long[] errors = QueueTimeCheck.errorsBehindMixture(
                config, STATS, 4, MIXED_PROBES, largestChunk, moveBytes, messageClass);
        report(test, errors);
        return errors;
    }

    private static long[] errorsBehindTraffic(MessagePriority messageClass, TestInfo test) {
        QueueTimeCheck.Waiting waiting = QueueTimeCheck.errorsBehindTraffic(CONFIG, STATS, 4, PROBES, messageClass);
        System.out.printf(Locale.ROOT, "%s waits at %d of %d stops%n", messageClass, PROBES, waiting.stops());
        report(test, waiting.errors());
        return waiting.errors();
    }

    /** What docs/scheduling.md tells of. */
    private static void report(TestInfo test, long[] sortedErrors) {
        System.out.printf(
                Locale.ROOT,
                "%s %s: error of %d probes, ms: least %d, p5 %d, p50 %d, p95 %d, most %d; within 50 ms %.1f %%%n",
                test.getTestMethod().orElseThrow().getName(),
                test.getDisplayName(),
                sortedErrors.length,
                millis(sortedErrors, 0),
                millis(sortedErrors, 5),
                millis(sortedErrors, 50),
                millis(sortedErrors, 95),
                millis(sortedErrors, 100),
                percentWithin(sortedErrors));
    }

    private static long millis(long[] sortedErrors, int percent) {
        return QueueTimeCheck.percentile(sortedErrors, percent) / BoundsRig.MILLI;
    }

    private static double percentWithin(long[] errors) {
        long within = Arrays.stream(errors)
                .filter(error -> Math.abs(error) <= TOLERANCE)
                .count();
        return 100.0 * within / errors.length;
    }

    private static long worst(long[] sortedErrors) {
        return Math.max(-sortedErrors[0], sortedErrors[sortedErrors.length - 1]);
    }
}
