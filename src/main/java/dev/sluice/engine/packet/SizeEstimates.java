package dev.sluice.engine.packet;

import java.util.Arrays;

/**
 * Wire sizes learnt from the meter, per packet type: a moving mean of what was measured, and of the ratio to the
 * classifier's own estimate where it gives one (a chunk's raw size misleads by 6–7:1). Confined to the client's thread.
 */
final class SizeEstimates {

    private static final double GAIN = 1.0 / 8;

    private double[] meanBytes = new double[0];
    private double[] meanRatio = new double[0];

    /** The expected size of a message on the wire in bytes, at least 1. */
    long estimate(Message message) {
        int index = message.type().index();
        if (index >= meanBytes.length || meanBytes[index] == 0) {
            return Math.max(
                    1,
                    message.sizeBytes() > 0
                            ? message.sizeBytes()
                            : message.type().initialSizeBytes());
        }
        double bytes = message.sizeBytes() > 0 ? message.sizeBytes() * meanRatio[index] : meanBytes[index];
        return Math.max(1, Math.round(bytes));
    }

    /** Learns from a measurement. */
    void learn(Message message, long wireBytes) {
        int index = message.type().index();
        if (index >= meanBytes.length) {
            meanBytes = Arrays.copyOf(meanBytes, index + 16);
            meanRatio = Arrays.copyOf(meanRatio, index + 16);
        }
        double ratio = message.sizeBytes() > 0 ? (double) wireBytes / message.sizeBytes() : 1;
        if (meanBytes[index] == 0) {
            meanBytes[index] = wireBytes;
            meanRatio[index] = ratio;
        } else {
            meanBytes[index] += GAIN * (wireBytes - meanBytes[index]);
            meanRatio[index] += GAIN * (ratio - meanRatio[index]);
        }
    }
}
