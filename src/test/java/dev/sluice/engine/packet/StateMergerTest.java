package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** State merges where it can, and what cannot costs no more the more of it is held. */
final class StateMergerTest {

    private final Merging merging = new Merging();

    /** Two of these moves are more than one packet can say. */
    @Test
    void offer_manyMovesThatCannotBeAdded_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(LongMoves.class);
    }

    @Test
    void offer_headsAmongMovesThatCannotBeAdded_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(LongMovesAndHeads.class);
    }

    @Test
    void move_thatOnlyTheFourthNewestCanTake_goesIntoThat() {
        merging.offer(TestPacket.move(7, 10_000, 0, 0));
        for (int i = 0; i < 3; i++) {
            merging.offer(TestPacket.move(7, 25_000, 0, 0));
        }
        merging.offer(TestPacket.move(7, 8_000, 0, 0));
        assertEquals(List.of("move 7", "move 7", "move 7", "move 7"), merging.held());
    }

    @Test
    void move_thatNoneOfTheNewestFourCanTake_standsForItself() {
        merging.offer(TestPacket.move(7, 10_000, 0, 0));
        for (int i = 0; i < 4; i++) {
            merging.offer(TestPacket.move(7, 25_000, 0, 0));
        }
        merging.offer(TestPacket.move(7, 8_000, 0, 0));
        assertEquals(6, merging.held().size());
    }

    @Test
    void head_behindSixteenOthers_replacesTheHeldOne() {
        offerHeadAndMoves(16);
        merging.offer(TestPacket.head(7, "newer head"));
        assertEquals(17, merging.held().size());
        assertEquals("newer head", merging.held().getFirst());
    }

    @Test
    void head_behindMoreThanSixteenOthers_standsForItself() {
        offerHeadAndMoves(17);
        merging.offer(TestPacket.head(7, "newer head"));
        assertEquals(19, merging.held().size());
        assertEquals("newer head", merging.held().getLast());
    }

    @Test
    void position_behindManyMovesAndHeads_supersedesAllTheMoves() {
        for (int i = 0; i < 600; i++) {
            merging.offer(TestPacket.move(7, 20_000, 0, 0));
            if (i % 20 == 0) {
                merging.offer(TestPacket.head(7, "head"));
            }
        }
        merging.offer(TestPacket.sync(7, "position"));
        assertEquals(
                List.of("position"),
                merging.held().stream().filter(label -> !label.equals("head")).toList());
    }

    private void offerHeadAndMoves(int moves) {
        merging.offer(TestPacket.head(7, "head"));
        for (int i = 0; i < moves; i++) {
            merging.offer(TestPacket.move(7, 20_000, 0, 0));
        }
    }

    static final class LongMoves implements IntConsumer {
        @Override
        public void accept(int count) {
            Merging merging = new Merging();
            for (int i = 0; i < count; i++) {
                merging.offer(TestPacket.move(7, 20_000, 0, 0));
            }
            assertEquals(count, merging.held().size());
        }
    }

    static final class LongMovesAndHeads implements IntConsumer {
        @Override
        public void accept(int count) {
            Merging merging = new Merging();
            for (int i = 0; i < count; i++) {
                merging.offer(TestPacket.move(7, 20_000, 0, 0));
                merging.offer(TestPacket.head(7, "head"));
            }
        }
    }

    /** A queue into which state goes as a session has it. */
    private static final class Merging {

        private final HoldQueue queue = HoldQueues.empty();
        private final StateMerger merger = new StateMerger(queue, (packet, receipt) -> {});

        void offer(TestPacket packet) {
            Message message = packet.message();
            if (!merger.absorbUndated(message, packet, null, packet.bytes())
                    && !merger.absorb(message, packet, null, packet.bytes(), 0)) {
                queue.add(message, packet, null, packet.bytes(), 0, List.of());
            }
            queue.recycle();
        }

        /** What is held, the oldest first. */
        List<String> held() {
            return queue.byAge().snapshot().stream()
                    .map(held -> held.packet.toString())
                    .toList();
        }
    }
}
