package dev.sluice.oracle;

import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server does to one player, step by step.
 *
 * @param origin where it comes from, for people
 * @param byIndex whether values by index are told to the engine, or only that some changed
 */
record Scenario(String origin, boolean byIndex, List<Step> steps) {

    /** The scenario as text: comments start with '#'. */
    String text() {
        StringBuilder text = new StringBuilder("# " + origin + "\n");
        text.append("byIndex ").append(byIndex).append('\n');
        for (Step step : steps) {
            text.append(StepText.write(step)).append('\n');
        }
        return text.toString();
    }

    static Scenario parse(String origin, List<String> lines) {
        boolean byIndex = false;
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("byIndex ")) {
                byIndex = Boolean.parseBoolean(line.substring("byIndex ".length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(StepText.read(line));
            }
        }
        return new Scenario(origin, byIndex, steps);
    }

    Scenario with(List<Step> otherSteps) {
        return new Scenario(origin, byIndex, otherSteps);
    }

    /** Whether chunks are managed throughout. */
    boolean holdsChunks() {
        return steps.stream()
                .noneMatch(step -> step instanceof Step.Configure configure
                        && (configure.unmanaged() >> MessagePriority.CHUNK_DATA.ordinal() & 1) != 0);
    }

    /** Packets, parts of bundles included. */
    int packets() {
        return packets(steps);
    }

    /** Those before the engine is disabled, if it is. */
    int packetsBeforeBypass() {
        int bypass = steps.indexOf(new Step.Bypass());
        return packets(bypass < 0 ? steps : steps.subList(0, bypass));
    }

    private static int packets(List<Step> of) {
        int packets = 0;
        for (Step step : of) {
            if (step instanceof Step.Send(ModelPacket packet)) {
                packets += packet instanceof ModelPacket.Bundle(List<ModelPacket> parts) ? parts.size() : 1;
            }
        }
        return packets;
    }
}
