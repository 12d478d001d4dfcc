package dev.sluice.oracle;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.port.PacketComposer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine is told, or given, other than the truth: so one of its rules is out of force, which the oracle must notice. */
interface Distortion {

    /** What the engine is told of a packet, by itself or in a bundle, instead of what it is. */
    Message distorted(ModelPacket packet, Message truth);

    /** What the engine is offered for a packet; null for an unknown one. */
    default @Nullable Message offered(ModelPacket packet, ModelClassifier classifier) {
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> parts)) {
            return ModelBundles.combine(
                    ModelClassifier.type(ModelClassifier.Line.BUNDLE), parts, part -> offered(part, classifier));
        }
        Message truth = classifier.classify(packet);
        return truth == null ? null : distorted(packet, truth);
    }

    /** Whether one of the first scenarios that is well with the truth is not without it. */
    default boolean isNoticed(int scenarios) {
        for (long seed = 1; seed <= scenarios; seed++) {
            Scenario scenario = Generator.scenario(seed);
            // An engine that fails over what it is told says nothing of the client's world.
            boolean noticed =
                    OracleRun.run(scenario, this).stream().anyMatch(problem -> !problem.startsWith(OracleRun.FAILED));
            if (noticed && OracleRun.run(scenario).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether bundles are taken apart before the engine sees them. */
    default boolean splitsBundles() {
        return false;
    }

    /** Whether the engine learns which entity is the player's own. */
    default boolean tellsOwnEntity() {
        return true;
    }

    /** Whether an engine that comes in the middle of a world learns of it. */
    default boolean tellsInheritance() {
        return true;
    }

    /** Whether the engine learns what the player does. */
    default boolean tellsActions() {
        return true;
    }

    /** Whether a forged answer may be that of a marker which the client has not seen. */
    default boolean forgesOutstandingAnswers() {
        return false;
    }

    /** What composes merged packets instead. */
    default PacketComposer composer(PacketComposer real) {
        return real;
    }
}
