package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class WriteLogTest {

    private final WriteLog log = new WriteLog();

    @Test
    void oldestNanos_nothingWritten_isZero() {
        assertEquals(0, log.oldestNanos(0, 5));
    }

    @Test
    void oldestNanos_partConfirmed_isTheAgeOfTheNextByte() {
        log.add(10, 100, true);
        log.add(20, 200, true);
        assertEquals(40, log.oldestNanos(0, 50));
        assertEquals(40, log.oldestNanos(99, 50));
        assertEquals(30, log.oldestNanos(100, 50));
        assertEquals(0, log.oldestNanos(200, 50));
    }

    @Test
    void oldestNanos_clockGoesOnWithoutConfirmation_grows() {
        log.add(10, 100, true);
        assertEquals(1, log.oldestNanos(0, 11));
        assertEquals(9_990, log.oldestNanos(0, 10_000));
    }

    @Test
    void add_sameNumberAgain_keepsTheTimeOfTheFirst() {
        log.add(10, 100, true);
        log.add(20, 100, true);
        assertEquals(40, log.oldestNanos(0, 50));
    }

    @Test
    void add_nothingNewForLong_forgetsNoWrite() {
        log.add(10, 100, true);
        for (int look = 11; look <= 1_000; look++) {
            log.add(look, 200, true);
        }
        assertEquals(990, log.oldestNanos(0, 1_000));
    }

    @Test
    void add_guessWasTooLarge_isTakenBack() {
        log.add(10, 100, true);
        log.add(20, 900, true);
        log.add(30, 150, true);
        log.add(40, 900, true);
        assertEquals(30, log.oldestNanos(100, 50), "written by 20 after all");
        assertEquals(10, log.oldestNanos(150, 50), "not before 40");
    }

    @Test
    void add_allConfirmedAndIdle_countsFromTheNewWrite() {
        log.add(10, 100, true);
        assertEquals(0, log.oldestNanos(100, 5_000));
        log.add(5_000, 101, true);
        assertEquals(7, log.oldestNanos(100, 5_007));
    }

    @Test
    void oldestNanos_moreWritesThanTheLogHolds_isCoarserButNotShorter() {
        for (int write = 1; write <= 3_000; write++) {
            log.add(write, write, true);
        }
        assertEquals(2_999, log.oldestNanos(0, 3_000));
        double middle = log.oldestNanos(1_500, 3_000);
        assertTrue(middle >= 1_499 && middle <= 1_499 + 32, "a byte in the middle: " + middle);
    }

    @Test
    void oldestNanos_afterALogThatWasFull_isExactAgain() {
        for (int write = 1; write <= 3_000; write++) {
            log.add(write, write, true);
        }
        log.oldestNanos(3_000, 3_001);
        for (int write = 3_001; write <= 3_010; write++) {
            log.add(write, write, true);
        }
        assertEquals(5, log.oldestNanos(3_004, 3_010));
    }

    @Test
    void confirmedNanos_afterAConfirmation_isTheAgeOfTheNewestConfirmedWrite() {
        log.add(10, 100, true);
        log.add(20, 200, true);
        log.add(30, 300, true);
        log.oldestNanos(250, 50);
        assertEquals(30, log.confirmedNanos(50));
    }

    @Test
    void confirmedNanos_nothingNewOrAGuess_isUnknown() {
        log.add(10, 100, false);
        log.add(20, 100, true);
        log.oldestNanos(100, 50);
        assertTrue(Double.isNaN(log.confirmedNanos(50)), "its time was a guess, whatever was said since");
        log.add(30, 100, true);
        log.oldestNanos(100, 50);
        assertTrue(Double.isNaN(log.confirmedNanos(50)), "nothing was written since");
        log.add(40, 200, true);
        log.oldestNanos(150, 50);
        assertTrue(Double.isNaN(log.confirmedNanos(50)), "a part is not the write");
    }

    @Test
    void oldestNanos_clockOverflows_isTheDifference() {
        log.add(Long.MAX_VALUE - 4, 100, true);
        assertEquals(10, log.oldestNanos(0, Long.MIN_VALUE + 5));
    }

    /** A list with the time of every single byte gives the same answers. */
    @Test
    void oldestNanos_randomWritesGuessesAndConfirmations_equalsANaiveList() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WriteLog tested = new WriteLog();
            List<Long> writtenAt = new ArrayList<>();
            long now = random.nextLong();
            int confirmed = 0;
            for (int step = 0; step < 2_000; step++) {
                now += random.nextLong(20_000_000L);
                int change = random.nextInt(8) == 0 ? -random.nextInt(30) : random.nextInt(20);
                int written = Math.max(confirmed, writtenAt.size() + change);
                while (writtenAt.size() > written) {
                    writtenAt.removeLast();
                }
                while (writtenAt.size() < written) {
                    writtenAt.add(now);
                }
                tested.add(now, written, true);
                // Never more than the log holds.
                int least = Math.max(confirmed, written - 200);
                confirmed = random.nextBoolean() ? random.nextInt(least, written + 1) : least;
                long later = now + random.nextInt(1_000_000);
                double expected = confirmed == written ? 0 : (double) (later - writtenAt.get(confirmed));
                assertEquals(expected, tested.oldestNanos(confirmed, later), "seed " + seed + ", step " + step);
            }
        }
    }
}
