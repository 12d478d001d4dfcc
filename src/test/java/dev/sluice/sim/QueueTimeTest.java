package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Predicted queue times are within 50 ms of what happens, at a constant rate and without later arrivals. */
final class QueueTimeTest {

    private static final long RATE = 125_000;
    private static final long TOLERANCE = 50 * BoundsRig.MILLI;
    private static final int PROBES = 60;
    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    /** Right with one class alone: what is held before the message, less the credit, at the rate. */
    private static final QueueTimePredictor ONE_CLASS = (rig, messageClass, bytes) -> {
        double debt = rig.heldBytes() - rig.credit.bytes();
        return Math.round(Math.max(0, debt) / RATE * BoundsRig.SECOND);
    };

    @ParameterizedTest
    @EnumSource(MessagePriority.class)
    void check_rightPrediction_isWithinTheTolerance(MessagePriority messageClass) {
        long[] errors = QueueTimeCheck.errorsWithoutArrivals(CONFIG, ONE_CLASS, 1, PROBES, messageClass);
        assertTrue(worst(errors) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHUNK_DATA", "CHAT"})
    void check_wrongPrediction_isSeen(MessagePriority messageClass) {
        QueueTimePredictor wrong = (rig, of, bytes) -> 2 * ONE_CLASS.nanos(rig, of, bytes);
        assertTrue(worst(QueueTimeCheck.errorsWithoutArrivals(CONFIG, wrong, 1, PROBES, messageClass)) > TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHUNK_DATA", "CHAT"})
    void check_rightPredictionUnderLoad_isWithinTheToleranceAtP50AndP95(MessagePriority messageClass) {
        long[] errors = QueueTimeCheck.errorsUnderLoad(CONFIG, ONE_CLASS, 1, messageClass);
        assertTrue(errors.length > 200, "too little was held: " + errors.length);
        assertTrue(Math.abs(QueueTimeCheck.percentile(errors, 50)) <= TOLERANCE, () -> Arrays.toString(errors));
        assertTrue(Math.abs(QueueTimeCheck.percentile(errors, 95)) <= TOLERANCE, () -> Arrays.toString(errors));
    }

    private static long worst(long[] sortedErrors) {
        return Math.max(-sortedErrors[0], sortedErrors[sortedErrors.length - 1]);
    }
}
