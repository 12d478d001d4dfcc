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

        /**
         * Reads what serving a noted target will change of what is scored, and changes nothing.
         *
         * @return anything that depends on what was read
         */
        long touch(int note);
    }

    /** A lane that has become empty gives its memory back above this, unless a sixteenth of it was used meanwhile. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    private static final int MIN_CAPACITY = 16;
    private static final int USED_PART = 16;

    private final Scorer scorer;
    private SlotHeap heap = new SlotHeap();

    /** By slot, with gaps: a target keeps its slot and knows it, so that one that goes touches no other. */
    private @Nullable TargetBacklog[] ready = new @Nullable TargetBacklog[MIN_CAPACITY];

    /** What is noted of each slot's target; of a free slot, the free one after it. */
    private int[] notes = new int[MIN_CAPACITY];

    private long[] sequences = new long[MIN_CAPACITY];

    /** The bytes that a slot's target was sent since it came to its turn. */
    private int[] turnBytes = new int[MIN_CAPACITY];

    /** The slot of each row's target: rows are read in their order, which the processor foresees. */
    private int[] slotOfRow = new int[0];

    private int firstFree = TargetBacklog.NOWHERE;
    private int size;

    /** Slots from here on were not used since the lane was empty. */
    private int end;

    private int rowless;
    private int next;

    /** How many slots are still to be scored since {@link #placeSome} has begun with a part of them. */
    private int unplaced;

    /** Depends on all that was touched, so that the compiler does not leave that out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    ScoredLane(Scorer scorer) {
        this.scorer = scorer;
    }

    void add(TargetBacklog target) {
        int slot = firstFree;
        if (slot == TargetBacklog.NOWHERE) {
            slot = end++;
            if (slot == ready.length) {
                resize(2 * slot);
            }
        } else {
            firstFree = notes[slot];
        }
        size++;
        target.slot(slot);
        turnBytes[slot] = 0;
        ready[slot] = target;
        note(slot, target);
        enter(slot);
        place(slot, target);
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
            slotOfRow = Arrays.copyOf(slotOfRow, Math.max(MIN_CAPACITY, 2 * Integer.highestOneBit(row)));
            Arrays.fill(slotOfRow, before, slotOfRow.length, TargetBacklog.NOWHERE);
        }
        slotOfRow[row] = slot;
    }

    void remove(TargetBacklog target) {
        int slot = target.slot();
        heap.remove(slot);
        int row = scorer.row(notes[slot]);
        if (row < 0) {
            rowless--;
        } else {
            slotOfRow[row] = TargetBacklog.NOWHERE;
        }
        target.slot(TargetBacklog.NOWHERE);
        ready[slot] = null;
        notes[slot] = firstFree;
        firstFree = slot;
        if (--size == 0) {
            emptied();
        }
    }

    private void emptied() {
        if (ready.length > MAX_IDLE_CAPACITY && end < ready.length / USED_PART) {
            resize(MIN_CAPACITY);
            slotOfRow = new int[0];
            heap = new SlotHeap();
        }
        firstFree = TargetBacklog.NOWHERE;
        end = 0;
    }

    private void resize(int capacity) {
        ready = Arrays.copyOf(ready, capacity);
        notes = Arrays.copyOf(notes, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        turnBytes = Arrays.copyOf(turnBytes, capacity);
    }

    /** Scores a target anew of which something has come or gone, and finds whether it is withheld. */
    void place(TargetBacklog target) {
        int slot = target.slot();
        note(slot, target);
        heap.remove(slot);
        place(slot, target);
    }

    private void note(int slot, TargetBacklog target) {
        notes[slot] = scorer.note(target);
        sequences[slot] = target.oldestSequence();
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
        for (int slot = 0; rowless > 0 && slot < end; slot++) {
            if (ready[slot] != null && scorer.row(notes[slot]) < 0) {
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
            unplaced = 0;
            placeAll();
        } else {
            unplaced = end;
            placeMore(atMost);
        }
    }

    /** Scores further ones of those. Returns whether there were any. */
    boolean placeMore(int atMost) {
        int part = Math.min(atMost, unplaced);
        unplaced -= part;
        for (int i = part; i > 0; i--) {
            next = next + 1 < end ? next + 1 : 0;
            TargetBacklog target = ready[next];
            if (target != null) {
                heap.remove(next);
                place(next, target);
            }
        }
        return part > 0;
    }

    /** Books bytes of a target's turn; returns whether it keeps it: it has more, and has not filled a segment. */
    boolean keepsTurn(TargetBacklog target, long bytes, long sliceBytes) {
        int slot = target.slot();
        if (slot == TargetBacklog.NOWHERE) {
            return false;
        }
        turnBytes[slot] += (int) Math.min(bytes, sliceBytes);
        if (turnBytes[slot] < sliceBytes) {
            return true;
        }
        turnBytes[slot] = 0;
        return false;
    }

    /** The target to be served next; null if there is none or all are withheld. */
    @Nullable
    TargetBacklog first() {
        int slot = heap.first();
        return slot == SlotHeap.NONE ? null : ready[slot];
    }

    /** Reads ahead of about so many that will be served next: what each of them needs is mostly far from the processor. */
    void readAhead(int targets) {
        int end = Math.min(targets, heap.size());
        for (int step = 0; step < TargetBacklog.TOUCH_STEPS; step++) {
            for (int place = 0; place < end; place++) {
                int slot = heap.slotAt(place);
                TargetBacklog target = ready[slot];
                touched += target == null ? 0 : target.touch(step);
                touched += step == 0 ? scorer.touch(notes[slot]) : 0;
            }
        }
    }

    /** Whether a target need not wait, by what the scorer looks at now. Mostly one of the first is such a one. */
    boolean isAnyDue() {
        for (int slot = 0; slot < end; slot++) {
            TargetBacklog target = ready[slot];
            if (target != null && !scorer.isWithheld(notes[slot], target)) {
                return true;
            }
        }
        return false;
    }

    /** The score of a target of this lane; 0 if it is withheld. */
    double score(TargetBacklog target) {
        return target.slot() == TargetBacklog.NOWHERE ? 0 : heap.score(target.slot());
    }
}
