package dev.sluice.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Counts what the calling thread allocates. */
public final class Allocations {

    private static final int OPERATIONS = 400_000;

    private Allocations() {}

    /**
     * Returns the bytes that one operation allocates on average, once pools and tables have grown and the code is compiled.
     * The operation is given its number, which goes on from warm-up to measurement.
     */
    public static double bytesPerOperation(IntConsumer operation) {
        for (int i = 0; i < OPERATIONS; i++) {
            operation.accept(i);
        }
        long before = bytes();
        for (int i = OPERATIONS; i < 2 * OPERATIONS; i++) {
            operation.accept(i);
        }
        return (double) (bytes() - before) / OPERATIONS;
    }

    /** All that the calling thread has allocated, in bytes. */
    public static long bytes() {
        return counter().getAsLong();
    }

    /** Says what {@link #bytes} says of the thread that asks, and allocates nothing itself. */
    static LongSupplier counter() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) {
            throw new IllegalStateException("expected a JVM that counts allocated bytes");
        }
        return threads::getCurrentThreadAllocatedBytes;
    }
}
