package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is free and what has a deadline, compared with looking through all that stands before. */
final class KeyGroupsTest {

    private static final int SEEDS = 300;
    private static final int ITEMS = 40;

    /** More than there is room for at first. */
    private static final int MANY_ITEMS = 130;

    /** Every so many seeds have more items. */
    private static final int MANY_EVERY = 25;

    private static final int KEYS = 6;

    /** What one item is ordered along. */
    private record Key(int key, boolean exclusive) {}

    @Test
    void leave_randomItems_freesAndDatesWhatALookThroughAllDoes() {
        KeyGroups groups = new KeyGroups();
        for (long seed = 0; seed < SEEDS; seed++) {
            new Run(seed, groups, seed % MANY_EVERY == 0 ? MANY_ITEMS : ITEMS).check();
        }
    }

    private static final class Run implements KeyGroups.Freed {

        private final long seed;
        private final SplittableRandom random;
        private final KeyGroups groups;
        private final int items;
        private final List<List<Key>> keys = new ArrayList<>();

        /** The entry of an item's first key: its others follow. */
        private final int[] firstEntry;

        private final boolean[] terrain;
        private final boolean[] dated;
        private final boolean[] gone;
        private final TreeSet<Integer> free = new TreeSet<>();
        private final List<Integer> justDated = new ArrayList<>();

        private Run(long seed, KeyGroups groups, int items) {
            this.seed = seed;
            this.groups = groups;
            this.items = items;
            this.firstEntry = new int[items];
            this.terrain = new boolean[items];
            this.dated = new boolean[items];
            this.gone = new boolean[items];
            this.random = new SplittableRandom(seed);
        }

        private void check() {
            groups.clear();
            for (int item = 0; item < items; item++) {
                add(item);
            }
            while (!free.isEmpty()) {
                int[] left = free.stream().mapToInt(Integer::intValue).toArray();
                leave(left[random.nextInt(left.length)]);
                for (int item = 0; item < items; item++) {
                    int of = item;
                    assertEquals(isFree(item), free.contains(item), () -> "seed " + seed + ", free: item " + of);
                    assertEquals(mayBeDated(item), dated[item], () -> "seed " + seed + ", dated: item " + of);
                }
            }
            for (int item = 0; item < items; item++) {
                assertEquals(true, gone[item], "seed " + seed + ": an item never left");
            }
        }

        private void add(int item) {
            List<Key> own = new ArrayList<>();
            keys.add(own);
            terrain[item] = random.nextInt(5) == 0;
            int first = random.nextInt(KEYS);
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                own.add(new Key((first + i) % KEYS, random.nextBoolean()));
            }
            dated[item] = mayBeDated(item);
            groups.addItem();
            for (Key key : own) {
                int before = item - 1;
                while (before >= 0 && place(before, key) < 0) {
                    before--;
                }
                int previous = before < 0 ? HeldPicture.NONE : firstEntry[before] + place(before, key);
                int entry = groups.addKey(previous, key.exclusive, dated[item]);
                firstEntry[item] = entry - own.indexOf(key);
            }
            assertEquals(!isFree(item), groups.isBlocked(item), () -> "seed " + seed + ", blocked: item " + item);
            if (!groups.isBlocked(item)) {
                free.add(item);
            }
        }

        private int place(int item, Key key) {
            List<Key> own = keys.get(item);
            for (int i = 0; i < own.size(); i++) {
                if (own.get(i).key == key.key) {
                    return i;
                }
            }
            return -1;
        }

        private void leave(int item) {
            free.remove(item);
            gone[item] = true;
            if (!dated[item]) {
                groups.date(item, this);
                dateThoseBehind();
            }
            groups.leave(item, this);
            for (int woken : List.copyOf(free)) {
                if (!dated[woken] && !terrain[woken]) {
                    dated(woken);
                    dateThoseBehind();
                }
            }
        }

        private void dateThoseBehind() {
            while (!justDated.isEmpty()) {
                groups.date(justDated.removeLast(), this);
            }
        }

        @Override
        public void woken(int item) {
            free.add(item);
        }

        @Override
        public void dated(int item) {
            if (!dated[item] && !terrain[item]) {
                dated[item] = true;
                justDated.add(item);
            }
        }

        private boolean isFree(int item) {
            return !gone[item] && before(item).isEmpty();
        }

        private boolean mayBeDated(int item) {
            return !terrain[item] && (gone[item] || before(item).stream().allMatch(before -> dated[before]));
        }

        /** What is left of what an item must not overtake. */
        private List<Integer> before(int item) {
            List<Integer> found = new ArrayList<>();
            for (int before = 0; before < item; before++) {
                if (!gone[before] && conflict(before, item)) {
                    found.add(before);
                }
            }
            return found;
        }

        private boolean conflict(int before, int item) {
            for (Key key : keys.get(item)) {
                int place = place(before, key);
                if (place >= 0 && (key.exclusive || keys.get(before).get(place).exclusive)) {
                    return true;
                }
            }
            return false;
        }
    }
}
