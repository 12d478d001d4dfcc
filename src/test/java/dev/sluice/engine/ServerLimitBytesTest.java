package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.HeapCap;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all sessions together send of what they hold, over any window. */
final class ServerLimitBytesTest {

    private static final long LIMIT = 200_000;
    private static final int CHUNK_BYTES = 4_000;
    private static final int MEMBERS = 6;

    private final FakeTicker ticker = new FakeTicker();
    private final ServerLimit limit = new ServerLimit(LIMIT, ticker.nanos());

    /** The most by which releases have exceeded the limit since some moment: a running maximum over all windows. */
    private double open;

    private double largest;

    @Test
    void release_sessionsThatStartAndStop_keepTheLimitOverAnyWindow() {
        // Each may have saved two ticks of its share, and go into debt by a message.
        double bound = LIMIT * 0.1 + MEMBERS * CHUNK_BYTES;
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            open = 0;
            largest = 0;
            List<Member> members = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                members.add(new Member(i, 10 * (1 + random.nextInt(5)), random.nextInt(5)));
            }
            // Their first shares come with their first ticks.
            run(members, random, 500);
            open = 0;
            largest = 0;
            long before = members.stream().mapToLong(Member::released).sum();
            run(members, random, 20_000);
            long released = members.stream().mapToLong(Member::released).sum() - before;
            String where = "seed " + seed + ": " + largest + " of " + bound + ", released " + released;
            assertTrue(largest <= bound, where);
            assertTrue(released > LIMIT * 20 / 4, where);
            members.forEach(member -> member.session.close());
        }
    }

    private void run(List<Member> members, SplittableRandom random, int millis) {
        for (int step = 0; step < millis; step += 10) {
            ticker.advanceMillis(10);
            open = Math.max(0, open - LIMIT * 0.01);
            for (Member member : members) {
                long before = member.released();
                if (random.nextInt(100) == 0) {
                    member.load(1 + random.nextInt(60));
                }
                member.passIfDue(step);
                open += member.released() - before;
            }
            largest = Math.max(largest, open);
        }
    }

    private final class Member {

        private final CountingSink sink = new CountingSink();
        private final ClientSession session;
        private final int everyMillis;
        private final int phase;
        private int chunks;
        private int passed;

        Member(int id, int everyMillis, int phase) {
            this.everyMillis = everyMillis;
            this.phase = phase;
            this.session = new ClientSession(
                    new UUID(0, id),
                    SessionFixture.rate(150_000),
                    ticker,
                    ClientLink.of(sink),
                    update -> update,
                    LinkProbe.NONE,
                    new ServerCaps(limit.join(), HeapCap.NONE),
                    new SplittableRandom(1));
        }

        void load(int count) {
            for (int i = 0; i < count; i++) {
                TestPacket chunk = TestPacket.chunk(chunks++, 0, CHUNK_BYTES);
                if (session.offer(chunk.message(), chunk, null) instanceof Decision.Pass) {
                    session.passed(chunk.message(), chunk.bytes());
                    passed++;
                }
            }
        }

        void passIfDue(int millis) {
            if ((millis / 10 + phase) % (everyMillis / 10) == 0) {
                session.pass();
            }
        }

        long released() {
            return CHUNK_BYTES * (passed + sink.written);
        }
    }
}
