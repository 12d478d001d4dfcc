package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * The entities of a {@link HeldPicture} by the score that each will have in a tick to come, as in {@link EntityRelevance}: it
 * grows with the time and with what the budget leaves out. Those that an update interval withholds enter in the tick of
 * their turn. An entity has all its items one after the other, the oldest first. It is used again and allocates only when
 * it grows. Confined to the client's thread.
 */
final class RankedEntities {

    private static final int NONE = HeldPicture.NONE;
    private static final int MIN_CAPACITY = 16;

    /** From so many ticks on scores are made anew less often, so that a long queue costs no more than it must. */
    private static final int EVERY_TICK = 16;

    private final HeldPicture held;

    /** The ranks of those that may go above their first items, the largest score first, equal ones by age. */
    private final LongHeap order = new LongHeap();

    private int size;

    /** Those of which something is left, or was when they were scored last, the first so many. */
    private int[] left = new int[MIN_CAPACITY];

    private int leftSize;
    private boolean[] isListed = new boolean[MIN_CAPACITY];

    private int[] firstItem = new int[MIN_CAPACITY];
    private int[] lastItem = new int[MIN_CAPACITY];

    /** What its score is for each tick since it was sent, without boosts. */
    private float[] weights = new float[MIN_CAPACITY];

    private int[] sentTick = new int[MIN_CAPACITY];

    /** The first tick in which no interval withholds it. */
    private int[] turnTick = new int[MIN_CAPACITY];

    private float[] boosts = new float[MIN_CAPACITY];

    /** When a boost was noted. */
    private int[] boostTick = new int[MIN_CAPACITY];

    /** The number of each row's entity. */
    private int[] ofRow = new int[0];

    private int[] rows = new int[MIN_CAPACITY];

    /** The number of what is of no known entity. */
    private int rowless;

    private int beginTick;
    private int tick;
    private int scoredTick;
    private boolean scored;

    RankedEntities(HeldPicture held) {
        this.held = held;
    }

    /** Begins anew in a tick. */
    void clear(int newTick) {
        for (int entity = 0; entity < size; entity++) {
            if (rows[entity] != EntityMemory.NO_ROW) {
                ofRow[rows[entity]] = NONE;
            }
        }
        size = 0;
        leftSize = 0;
        rowless = NONE;
        order.clear();
        scored = false;
        beginTick = newTick;
        tick = newTick;
    }

    /** Moves to a tick; it must not go back. */
    void moveTo(int newTick) {
        tick = newTick;
    }

    /** Adds an item that may go as far as its keys are concerned. */
    void add(int item, EntityRelevance relevance) {
        int row = held.row(item);
        int entity = find(row);
        if (entity == NONE) {
            entity = begin(row, relevance, held.mayBeWithheld(item));
        }
        if (firstItem[entity] == NONE) {
            firstItem[entity] = item;
            if (!isListed[entity]) {
                isListed[entity] = true;
                left[leftSize++] = entity;
            }
            if (scored && turnTick[entity] <= tick) {
                order.add(key(entity));
            }
        } else {
            held.link(lastItem[entity], item);
        }
        lastItem[entity] = item;
    }

    private int find(int row) {
        if (row == EntityMemory.NO_ROW) {
            return rowless;
        }
        return row < ofRow.length ? ofRow[row] : NONE;
    }

    private int begin(int row, EntityRelevance relevance, boolean mayBeWithheld) {
        if (size == rows.length) {
            resize(2 * size);
        }
        int entity = size++;
        rows[entity] = row;
        firstItem[entity] = NONE;
        isListed[entity] = false;
        if (row == EntityMemory.NO_ROW) {
            rowless = entity;
            weights[entity] = 0;
            boosts[entity] = 0;
            turnTick[entity] = tick;
            return entity;
        }
        if (row >= ofRow.length) {
            int before = ofRow.length;
            ofRow = Arrays.copyOf(ofRow, Math.max(MIN_CAPACITY, 2 * Integer.highestOneBit(row)));
            Arrays.fill(ofRow, before, ofRow.length, NONE);
        }
        ofRow[row] = entity;
        weights[entity] = (float) relevance.weight(row, beginTick);
        sentTick[entity] = relevance.memory().sentTick(row, tick);
        turnTick[entity] = mayBeWithheld ? relevance.turnTick(row, beginTick) : tick;
        boosts[entity] = relevance.memory().boostAsNoted(row);
        boostTick[entity] = relevance.memory().boostTick(row);
        return entity;
    }

    /** The item to be served next; {@link HeldPicture#NONE} if there is none. */
    int first() {
        if (!scored || tick - scoredTick > (scoredTick - beginTick) / EVERY_TICK) {
            scoreAll();
        }
        while (!order.isEmpty()) {
            int item = firstOf(find(held.row(Ranks.number(order.first()))));
            if (item != NONE) {
                return item;
            }
            order.removeFirst();
        }
        return NONE;
    }

    /** The entity's first item that has not been served. */
    private int firstOf(int entity) {
        int item = firstItem[entity];
        while (item != NONE && held.isServed(item)) {
            item = held.next(item);
        }
        firstItem[entity] = item;
        return item;
    }

    private void scoreAll() {
        scored = true;
        scoredTick = tick;
        order.clear();
        int kept = 0;
        for (int i = 0; i < leftSize; i++) {
            int entity = left[i];
            isListed[entity] = firstOf(entity) != NONE;
            if (isListed[entity]) {
                left[kept++] = entity;
                if (turnTick[entity] <= tick) {
                    order.append(key(entity));
                }
            }
        }
        leftSize = kept;
        order.order();
    }

    private long key(int entity) {
        float score = weights[entity] == 0 ? 0 : weights[entity] * (tick - sentTick[entity]) * (1 + boost(entity));
        return Ranks.byScore(score, firstItem[entity]);
    }

    private float boost(int entity) {
        return boosts[entity] == 0 ? 0 : boosts[entity] * EntityMemory.decay(tick - boostTick[entity]);
    }

    /** The budget leaves out an item; once in a tick counts. */
    void leftOut(int item) {
        int entity = find(held.row(item));
        if (boosts[entity] == 0 || boostTick[entity] != tick) {
            boosts[entity] = EntityMemory.boosted(boost(entity));
            boostTick[entity] = tick;
        }
    }

    private void resize(int capacity) {
        left = Arrays.copyOf(left, capacity);
        isListed = Arrays.copyOf(isListed, capacity);
        firstItem = Arrays.copyOf(firstItem, capacity);
        lastItem = Arrays.copyOf(lastItem, capacity);
        weights = Arrays.copyOf(weights, capacity);
        sentTick = Arrays.copyOf(sentTick, capacity);
        turnTick = Arrays.copyOf(turnTick, capacity);
        boosts = Arrays.copyOf(boosts, capacity);
        boostTick = Arrays.copyOf(boostTick, capacity);
        rows = Arrays.copyOf(rows, capacity);
    }
}
