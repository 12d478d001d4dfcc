package dev.sluice.engine.priority;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one class that have something that could go, those of the largest score first. What scoring needs of a
 * target is noted beside it, so that scoring all anew touches none of them. Confined to the client's thread.
 */
final class ScoredLane {

    /** What a lane's order follows. */
    interface Scorer {

        /** Stands for a target that must wait although nothing blocks it. */
        double WITHHELD = Double.NEGATIVE_INFINITY;

        /** What is noted of a target, until something of it comes or goes. */
        int note(TargetBacklog target);

        /** The row in which what is scored of a noted target lies; negative if it lies nowhere. */
        int row(int note);

        /** The larger, the sooner; {@link #WITHHELD} if it must wait. */
        double score(int note, TargetBacklog target);

        /** Whether the score is {@link #WITHHELD}. */
        boolean isWithheld(int note, TargetBacklog target);
    }

    private final Scorer scorer;
    private final SlotHeap heap = new SlotHeap();

    /** By slot, without gaps; a target knows its slot. */
    private @Nullable TargetBacklog[] ready = new @Nullable TargetBacklog[16];

    private int[] notes = new int[16];

    /** The slot of each row's target: rows are read in their order, which the processor foresees. */
    private int[] slotOfRow = new int[0];

    private int rowless;
    private long[] sequences = new long[16];
    private int size;
    private int next;

    ScoredLane(Scorer scorer) {
        this.scorer = scorer;
    }

    void add(TargetBacklog target) {
        if (size == ready.length) {
            ready = Arrays.copyOf(ready, 2 * size);
            notes = Arrays.copyOf(notes, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
        }
        target.slot = size;
        target.turnBytes = 0;
        ready[size++] = target;
        note(target);
        enter(target.slot);
        place(target.slot, target);
    }

    /** Notes where a slot's row is scored from. */
    private void enter(int slot) {
        int row = scorer.row(notes[slot]);
        if (row < 0) {
            rowless++;
            return;
        }
        if (row >= slotOfRow.length) {
            int before = slotOfRow.length;
            slotOfRow = Arrays.copyOf(slotOfRow, Math.max(16, 2 * Integer.highestOneBit(row)));
            Arrays.fill(slotOfRow, before, slotOfRow.length, TargetBacklog.NOWHERE);
        }
        slotOfRow[row] = slot;
    }

    private void leave(int slot) {
        int row = scorer.row(notes[slot]);
        if (row < 0) {
            rowless--;
        } else {
            slotOfRow[row] = TargetBacklog.NOWHERE;
        }
    }

    void remove(TargetBacklog target) {
        int hole = target.slot;
        heap.remove(hole);
        leave(hole);
        target.slot = TargetBacklog.NOWHERE;
        TargetBacklog moved = ready[--size];
        ready[size] = null;
        if (moved != null && hole != size) {
            ready[hole] = moved;
            notes[hole] = notes[size];
            sequences[hole] = sequences[size];
            moved.slot = hole;
            leave(size);
            enter(hole);
            heap.renumber(size, hole);
        }
    }

    /** Scores a target anew of which something has come or gone, and finds whether it is withheld. */
    void place(TargetBacklog target) {
        note(target);
        heap.remove(target.slot);
        place(target.slot, target);
    }

    private void note(TargetBacklog target) {
        notes[target.slot] = scorer.note(target);
        sequences[target.slot] = target.oldestSequence();
    }

    private void place(int slot, TargetBacklog target) {
        double score = scorer.score(notes[slot], target);
        if (score != Scorer.WITHHELD) {
            heap.add(slot, score, sequences[slot]);
        }
    }

    /** Scores all anew: what the scorer looks at has changed. */
    void placeAll() {
        heap.clear();
        for (int slot : slotOfRow) {
            if (slot != TargetBacklog.NOWHERE) {
                append(slot);
            }
        }
        for (int slot = 0; rowless > 0 && slot < size; slot++) {
            if (scorer.row(notes[slot]) < 0) {
                append(slot);
            }
        }
        heap.order();
    }

    private void append(int slot) {
        TargetBacklog target = ready[slot];
        double score = target == null ? Scorer.WITHHELD : scorer.score(notes[slot], target);
        if (score != Scorer.WITHHELD) {
            heap.append(slot, score, sequences[slot]);
        }
    }

    /** Scores so many anew at most, another part each time. */
    void placeSome(int atMost) {
        if (size <= atMost) {
            placeAll();
            return;
        }
        for (int i = atMost; i > 0; i--) {
            next = next + 1 < size ? next + 1 : 0;
            TargetBacklog target = ready[next];
            if (target != null) {
                heap.remove(next);
                place(next, target);
            }
        }
    }

    /** The target to be served next; null if there is none or all are withheld. */
    @Nullable
    TargetBacklog first() {
        int slot = heap.first();
        return slot == SlotHeap.NONE ? null : ready[slot];
    }

    /** Whether a target need not wait, by what the scorer looks at now. Mostly one of the first is such a one. */
    boolean isAnyDue() {
        for (int slot = 0; slot < size; slot++) {
            TargetBacklog target = ready[slot];
            if (target != null && !scorer.isWithheld(notes[slot], target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a target could go now. */
    boolean has(TargetBacklog target) {
        return target.slot != TargetBacklog.NOWHERE && heap.has(target.slot);
    }

    /** The score of a target of this lane; 0 if it is withheld. */
    double score(TargetBacklog target) {
        return target.slot == TargetBacklog.NOWHERE ? 0 : heap.score(target.slot);
    }
}
