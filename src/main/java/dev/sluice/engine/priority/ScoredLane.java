package dev.sluice.engine.priority;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The targets of one class that have something that could go, those of the largest score first. Confined to the client's thread. */
final class ScoredLane {

    /** What a lane's order follows. */
    interface Scorer {

        /** Whether a target must wait although nothing blocks it. */
        boolean isWithheld(TargetBacklog target);

        /** The larger, the sooner. */
        double score(TargetBacklog target);
    }

    private final Scorer scorer;
    private final TargetHeap heap = new TargetHeap();
    private @Nullable TargetBacklog[] ready = new @Nullable TargetBacklog[16];
    private int size;
    private int next;

    ScoredLane(Scorer scorer) {
        this.scorer = scorer;
    }

    void add(TargetBacklog target) {
        if (size == ready.length) {
            ready = Arrays.copyOf(ready, 2 * size);
        }
        target.laneIndex = size;
        target.turnBytes = 0;
        ready[size++] = target;
        place(target);
    }

    void remove(TargetBacklog target) {
        heap.remove(target);
        int hole = target.laneIndex;
        target.laneIndex = TargetBacklog.NOWHERE;
        TargetBacklog moved = ready[--size];
        ready[size] = null;
        if (moved != null && hole != size) {
            ready[hole] = moved;
            moved.laneIndex = hole;
        }
    }

    /** Scores a target anew, and finds whether it is withheld. */
    void place(TargetBacklog target) {
        heap.remove(target);
        if (!scorer.isWithheld(target)) {
            target.score = scorer.score(target);
            target.scoredSequence = target.oldestSequence();
            heap.add(target);
        }
    }

    /** Scores all anew: what the scorer looks at has changed. */
    void placeAll() {
        placeSome(size);
    }

    /** Scores so many anew at most, another part each time. */
    void placeSome(int atMost) {
        for (int i = Math.min(size, atMost); i > 0; i--) {
            next = next + 1 < size ? next + 1 : 0;
            TargetBacklog target = ready[next];
            if (target != null) {
                place(target);
            }
        }
    }

    /** The target to be served next; null if there is none or all are withheld. */
    @Nullable
    TargetBacklog first() {
        return heap.first();
    }
}
