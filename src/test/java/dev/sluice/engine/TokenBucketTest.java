package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.TokenBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private final FakeTicker ticker = new FakeTicker();
    private final BandwidthConfig config = new BandwidthConfig(125_000, 20, 2);
    private final TokenBucket bucket = new TokenBucket(config, ticker.nanos());

    @Test
    void spend_messageLargerThanATick_goesIntoDebtAndIsPaidBack() {
        bucket.spend(65_536);
        assertFalse(bucket.hasCredit());
        long debtBytes = 65_536 - 12_500;
        ticker.advanceNanos(debtBytes * 8_000 - 1);
        bucket.refill(ticker.nanos());
        assertFalse(bucket.hasCredit(), "credit before the debt is paid");
        ticker.advanceMillis(1);
        bucket.refill(ticker.nanos());
        assertTrue(bucket.hasCredit(), "no credit after the debt is paid");
    }

    @Test
    void nanosUntilCredit_inDebt_isWhenCreditReturns() {
        bucket.spend(20_000);
        ticker.advanceNanos(bucket.nanosUntilCredit());
        bucket.refill(ticker.nanos());
        assertTrue(bucket.hasCredit());
    }

    @Test
    void refill_idleForLong_savesUpNoMoreThanTheBurst() {
        ticker.advanceMillis(60_000);
        bucket.refill(ticker.nanos());
        assertEquals(12_500, bucket.credit());
    }

    @Test
    void reconfigure_timeBefore_isPaidAtTheOldRate() {
        bucket.spend(20_000);
        ticker.advanceMillis(40);
        bucket.reconfigure(new BandwidthConfig(1_250_000, 20, 2), ticker.nanos());
        assertEquals(12_500 - 20_000 + 5_000, bucket.credit());
        ticker.advanceMillis(1);
        bucket.refill(ticker.nanos());
        assertEquals(12_500 - 20_000 + 5_000 + 1_250, bucket.credit(), 1e-6);
    }

    /** The time of the spending is unknown: it may be the present, when an idle bucket was full. */
    @Test
    void refill_afterUndatedSpending_countsItAsSpentNow() {
        assertTrue(bucket.goStale());
        bucket.spend(100);
        ticker.advanceMillis(60_000);
        bucket.refill(ticker.nanos());
        assertEquals(12_400, bucket.credit());
        ticker.advanceMillis(60_000);
        bucket.refill(ticker.nanos());
        assertEquals(12_500, bucket.credit());
    }

    @Test
    void goStale_littleCreditOrMuchSpentUndated_isRefused() {
        assertTrue(bucket.goStale());
        assertTrue(bucket.needsDate(TokenBucket.MAX_UNDATED_BYTES + 1));
        bucket.spend(TokenBucket.MAX_UNDATED_BYTES);
        assertFalse(bucket.goStale(), "much spent undated");
        bucket.refill(ticker.nanos());
        bucket.spend(7_000);
        assertFalse(bucket.goStale(), "little credit");
    }

    /** What was earned while nothing could be sent has paid what was charged: it is not paid twice. */
    @Test
    void charge_idleSince_isPaid() {
        bucket.charge(62_500);
        ticker.advanceMillis(600);
        bucket.refill(ticker.nanos());
        bucket.spend(62_500);

        ticker.advanceMillis(400);
        bucket.refill(ticker.nanos());

        // The burst of 12 500, and 400 ms of 125 000 B/s.
        assertEquals(12_500 - 62_500 + 50_000, bucket.credit(), 1);
    }

    @Test
    void charge_withoutEnd_leavesAFifthOfTheRate() {
        bucket.spend(12_500);
        long spent = 0;
        for (int i = 0; i < 1_000; i++) {
            bucket.charge(1_000_000);
            ticker.advanceMillis(10);
            bucket.refill(ticker.nanos());
            if (bucket.hasCredit()) {
                bucket.spend(100);
                spent += 100;
            }
        }
        // Ten seconds at a fifth of 125 000 B/s, as far as one small message per pass can use it.
        assertTrue(spent >= 100_000 - 100, "held classes got " + spent + " bytes");
    }

    @Test
    void spend_anyWindow_staysWithinRateAndBurstAndOneUnit() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<long[]> spends = new ArrayList<>();
        int largest = 0;
        long now = 0;
        for (int i = 0; i < 3_000; i++) {
            long step = random.nextInt(40_000_000);
            now += step;
            ticker.advanceNanos(step);
            bucket.refill(ticker.nanos());
            if (random.nextInt(5) == 0) {
                bucket.charge(random.nextInt(3_000));
            }
            while (bucket.hasCredit() && random.nextInt(10) > 0) {
                int unit = 1 + random.nextInt(random.nextInt(10) == 0 ? 40_000 : 800);
                largest = Math.max(largest, unit);
                bucket.spend(unit);
                spends.add(new long[] {now, unit});
            }
        }
        for (int from = 0; from < spends.size(); from += 7) {
            long bytes = 0;
            for (int to = from; to < spends.size(); to++) {
                bytes += spends.get(to)[1];
                double window = (spends.get(to)[0] - spends.get(from)[0]) * 1e-9;
                double allowed = window * 125_000 + 12_500 + largest;
                assertTrue(bytes <= allowed + 1e-6, "seed " + seed + ": " + bytes + " bytes in " + window + " s");
            }
        }
    }

    @Test
    void refill_lateAfterAPass_keepsWhatWasEarnedSinceUpToASecond() {
        for (int[] millisAndBytes :
                new int[][] {{10, 12_500}, {100, 12_500}, {400, 50_000}, {1_000, 125_000}, {9_000, 125_000}}) {
            bucket.keepUntilNextPass(ticker.nanos());
            ticker.advanceMillis(millisAndBytes[0] / 2);
            bucket.refill(ticker.nanos());
            ticker.advanceMillis(millisAndBytes[0] - millisAndBytes[0] / 2);
            bucket.refill(ticker.nanos());
            assertEquals(millisAndBytes[1], bucket.credit(), 1e-6, () -> "after " + millisAndBytes[0] + " ms");
        }
    }

    @Test
    void refill_nothingSpentInManyLatePasses_savesUpWhatOneOfThemEarned() {
        for (int i = 0; i < 100; i++) {
            bucket.keepUntilNextPass(ticker.nanos());
            ticker.advanceMillis(400);
            bucket.refill(ticker.nanos());
        }
        assertEquals(50_000, bucket.credit(), 1e-6);
    }

    @Test
    void refill_afterThePassesCameOftenAgain_savesUpTheBurst() {
        bucket.keepUntilNextPass(ticker.nanos());
        bucket.keepBurstOnly();
        ticker.advanceMillis(400);
        bucket.refill(ticker.nanos());
        assertEquals(12_500, bucket.credit(), 1e-6);
    }

    @Test
    void reconfigure_lateAfterAPass_keepsWhatWasEarnedAtTheNewRate() {
        bucket.keepUntilNextPass(ticker.nanos());
        ticker.advanceMillis(400);
        bucket.refill(ticker.nanos());
        bucket.reconfigure(config.withRate(100_000), ticker.nanos());
        assertEquals(40_000, bucket.credit(), 1e-6);
    }

    @Test
    void nanosUntilCredit_inDebtWithSomethingCharged_isWhenCreditReturns() {
        for (int charged : new int[] {1, 100, 10_000, 100_000}) {
            ticker.advanceMillis(60_000);
            bucket.refill(ticker.nanos());
            bucket.spend(50_000);
            bucket.charge(charged);
            ticker.advanceNanos(bucket.nanosUntilCredit() - 50_000);
            bucket.refill(ticker.nanos());
            assertFalse(bucket.hasCredit(), "with " + charged + " charged, too late");
            ticker.advanceNanos(50_000);
            bucket.refill(ticker.nanos());
            assertTrue(bucket.hasCredit(), "with " + charged + " charged, too early");
        }
    }

    /** Or what was charged at a high rate would take four fifths of the low one for minutes. */
    @Test
    void reconfigure_lowerRate_capsWhatWasChargedAtASecondOfIt() {
        bucket.spend(12_500);
        bucket.charge(125_000);
        bucket.reconfigure(new BandwidthConfig(10_000, 20, 2), ticker.nanos());
        assertEquals(20_000 - 10_000, bucket.bytesEarnedIn(2_000_000_000L), 1e-6);
    }

    @Test
    void reconfigure_lowerRate_capsTheSavedCredit() {
        bucket.reconfigure(new BandwidthConfig(10_000, 20, 2), ticker.nanos());
        assertEquals(1_000, bucket.credit());
    }
}
