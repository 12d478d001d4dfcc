package dev.sluice.engine;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * What the operations of a session allocate, apart from those in which a tick ended: each tick has statistics, which are
 * a new object.
 *
 * @param perOperation bytes that an operation allocates on average, if no tick ends in it
 * @param perTick bytes that one allocates on average in which a tick ends
 * @param ticks how many these are
 */
record TickedAllocations(double perOperation, double perTick, long ticks) {

    private static final int OPERATIONS = 400_000;

    /** The compiler may come late: what allocates nothing in one of them allocates nothing. */
    private static final int ROUNDS = 5;

    /** Measures as {@link Allocations#bytesPerOperation} does. */
    static TickedAllocations of(ClientSession session, IntConsumer operation) {
        // Asked for, queue times are predicted in the first round, and have their memory then.
        var _ = session.stats();
        round(session, operation, 0);
        TickedAllocations best = round(session, operation, 1);
        for (int i = 2; i <= ROUNDS && best.perOperation > 0; i++) {
            TickedAllocations next = round(session, operation, i);
            best = next.perOperation < best.perOperation ? next : best;
        }
        return best;
    }

    @SuppressWarnings("ReferenceEquality") // a tick's statistics are a new object
    private static TickedAllocations round(ClientSession session, IntConsumer operation, int number) {
        long inOperations = 0;
        long inTicks = 0;
        long ticks = 0;
        LongSupplier counter = Allocations.counter();
        BandwidthStats last = session.lastStats();
        for (int i = number * OPERATIONS; i < (number + 1) * OPERATIONS; i++) {
            long before = counter.getAsLong();
            operation.accept(i);
            long bytes = counter.getAsLong() - before;
            BandwidthStats now = session.lastStats();
            if (now == last) {
                inOperations += bytes;
            } else {
                inTicks += bytes;
                ticks++;
            }
            last = now;
        }
        return new TickedAllocations(
                (double) inOperations / (OPERATIONS - ticks), (double) inTicks / Math.max(1, ticks), ticks);
    }
}
