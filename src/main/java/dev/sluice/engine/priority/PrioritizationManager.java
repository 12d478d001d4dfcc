package dev.sluice.engine.priority;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders what is held for one client (seed 000): within a class what is overdue by deadline, then by score, but that some
 * chunks and unloads {@linkplain ChunkScorer#leastBeforeOverdue go before what is overdue}; between the classes by {@link
 * FairShares}, and what the shares leave over to overdue messages of any class, then strictly by class. What it remembers
 * of entities lives on whatever becomes of a pass. Confined to the client's thread.
 */
public final class PrioritizationManager implements ReadyTargets {

    /** After so many bytes in a row the turn of a target ends, if it has more: about one segment on the wire. */
    static final long SLICE_BYTES = 1_400;

    /** Of more entities than this another part is scored first in each tick, so that a flood costs no more than it must. */
    private static final int MAX_SCORED_PER_TICK = 1_024;

    /** So many entities are read ahead of at once: with fewer memory has less to do at a time, of more some will not go. */
    private static final int READ_AHEAD = 16;

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    private final EntityMemory memory = new EntityMemory();
    private final FairShares shares;
    private final EntityRelevance relevance;
    private final EntityScorer entityScorer;
    private final ChunkScorer chunkScorer = new ChunkScorer();
    private final ScoredLane entities;
    private final ScoredLane chunks = new ScoredLane(chunkScorer);

    /** By class; null for those that go by deadline alone. */
    private final @Nullable ScoredLane[] lanes = new @Nullable ScoredLane[CLASSES.length];

    private final Requests requests = new Requests();

    /** How many targets of each class have something that could go, and a bit for each class that has some. */
    private final int[] readyTargets = new int[CLASSES.length];

    private int readyClasses;
    private boolean gathered;
    private long gatheredTick;
    private boolean gatheredPaused;

    /** Whether entities are still to be scored for the last gathering: a tick without credit needs no order. */
    private boolean orderIsDue;

    public PrioritizationManager(Map<MessagePriority, Double> shares, UpdateIntervals intervals) {
        this.shares = new FairShares(shares);
        this.relevance = new EntityRelevance(memory, intervals);
        this.entityScorer = new EntityScorer(relevance);
        this.entities = new ScoredLane(entityScorer);
        lanes[MessagePriority.NEARBY_ENTITIES.ordinal()] = entities;
        lanes[MessagePriority.CHUNK_DATA.ordinal()] = chunks;
    }

    /** Changes the classes' guaranteed shares, as fractions of the budget, and the update intervals. */
    public void reconfigure(Map<MessagePriority, Double> newShares, UpdateIntervals newIntervals) {
        shares.reconfigure(newShares);
        relevance.reconfigure(newIntervals);
    }

    /**
     * Follows the link: with the next tick entities are updated by these intervals.
     *
     * @param entityUpdateInterval ticks between two updates of an entity, at least 1
     * @param pressure whether the intervals by distance count as well
     */
    public void adapt(int entityUpdateInterval, LinkPressure pressure, long tick) {
        memory.moveTo(tick);
        relevance.adapt(entityUpdateInterval, pressure, tick);
    }

    /** Raises the chunks' share while those around the player are missing. */
    public void favourRing(boolean ringIsMissing) {
        shares.favourRing(ringIsMissing);
    }

    /**
     * Returns what deserves the client's credit now, the first first. Entities are scored once a tick, when the first of
     * the requests is asked for, and chunks whenever the player comes to another one.
     */
    public ReplicationRequests gather(ClientView client, long tick) {
        requests.client = client;
        boolean paused = client.isStatePaused();
        if (!gathered || tick != gatheredTick || paused != gatheredPaused) {
            gathered = true;
            gatheredTick = tick;
            gatheredPaused = paused;
            orderIsDue = true;
        }
        if (chunkScorer.centreOn(client.viewChunkX(), client.viewChunkZ())) {
            chunks.placeAll();
        }
        return gathered();
    }

    private void orderIfDue() {
        ClientView client = requests.client;
        if (orderIsDue && client != null) {
            orderIsDue = false;
            relevance.lookFrom(client.viewpoint());
            entityScorer.moveTo(gatheredTick, gatheredPaused);
            entities.placeSome(MAX_SCORED_PER_TICK);
        }
    }

    /** Nothing is held: no class pays any longer for what it was sent. */
    public void nothingHeld() {
        shares.backlogged(0);
    }

    /** What still may go in the order of the last gathering. */
    public ReplicationRequests gathered() {
        requests.readAhead = 0;
        return requests;
    }

    /**
     * Books what the present request was really sent. A target keeps its turn until it has nothing more or has filled a
     * segment: an entity's components belong together.
     */
    public void onSent(ReplicationRequests sent, long bytes, long tick) {
        shares.serve(requests.lane, bytes);
        TargetBacklog backlog = sent.backlog();
        ScoredLane lane = laneOf(backlog.messageClass());
        if (lane != null && lane.keepsTurn(backlog, bytes, SLICE_BYTES)) {
            return;
        }
        int row = backlog.entityRow();
        if (row != EntityMemory.NO_ROW) {
            memory.sent(row, tick);
        }
        changed(backlog);
    }

    /** Reacts to a request for which there was no budget left: an entity comes sooner in the next tick. */
    public void onDropped(ReplicationRequests dropped, long tick) {
        int row = dropped.backlog().entityRow();
        if (row != EntityMemory.NO_ROW) {
            memory.leftOut(row, tick);
        }
    }

    /** Why an entity has the score that it has, as of the last gathering's viewpoint. */
    public PriorityTerms explain(int entityRow, long tick) {
        orderIfDue();
        return relevance.explain(entityRow, tick);
    }

    /** Ticks between two state updates of an entity now. */
    public int intervalTicks(int entityRow) {
        return relevance.intervalTicks(entityRow);
    }

    /** Whether an entity that no interval withholds waits for its turn, as of the last gathering. */
    public boolean isEntityWaiting() {
        if (!orderIsDue) {
            return entities.first() != null;
        }
        entityScorer.moveTo(gatheredTick, gatheredPaused);
        return entities.isAnyDue();
    }

    /**
     * Begins a dry run of the order over a picture of what is held. Times are nanoseconds from now on.
     *
     * @param maxAgeNanos after so long a message that is offered now is overdue
     * @param ringMissing how many of the chunks around the player the client waits for
     * @param ringEndNanos for how long they are favoured at most
     */
    public void rehearse(Rehearsal rehearsal, long maxAgeNanos, int ringMissing, long ringEndNanos) {
        rehearsal.begin(shares, relevance, gatheredTick, maxAgeNanos, ringMissing, ringEndNanos);
    }

    /** What is remembered of entities, whatever becomes of a pass. */
    public EntityMemory memory() {
        return memory;
    }

    @Override
    public void ready(TargetBacklog backlog) {
        int of = backlog.messageClass().ordinal();
        readyTargets[of]++;
        readyClasses |= 1 << of;
        ScoredLane lane = laneOf(backlog.messageClass());
        if (lane != null) {
            lane.add(backlog);
        }
    }

    @Override
    public void changed(TargetBacklog backlog) {
        ScoredLane lane = laneOf(backlog.messageClass());
        if (lane != null && backlog.slot() != TargetBacklog.NOWHERE) {
            lane.place(backlog);
        }
    }

    @Override
    public void notReady(TargetBacklog backlog) {
        int of = backlog.messageClass().ordinal();
        if (--readyTargets[of] == 0) {
            readyClasses &= ~(1 << of);
        }
        ScoredLane lane = laneOf(backlog.messageClass());
        if (lane != null) {
            lane.remove(backlog);
        }
    }

    @Override
    public int minimumAgeTicks(int entityRow) {
        return 2 * relevance.intervalTicks(entityRow);
    }

    @Override
    public double chunkScore(Target chunk, boolean unload) {
        return chunkScorer.score(chunk, unload);
    }

    private @Nullable ScoredLane laneOf(MessagePriority messageClass) {
        return lanes[messageClass.ordinal()];
    }

    private double scoreOf(TargetBacklog backlog) {
        ScoredLane lane = laneOf(backlog.messageClass());
        return lane == null ? 0 : lane.score(backlog);
    }

    /** Whether something of a class may go; the class has something that nothing blocks. */
    private boolean maySend(ClientView client, int of) {
        if (client.isPaused(CLASSES[of])) {
            return false;
        }
        ScoredLane lane = lanes[of];
        return lane == null || hasFirst(lane) || goesByDeadline(client, of);
    }

    /** Whether one of a lane need not wait; if none of those that were scored, further ones are, as the credit is there. */
    private static boolean hasFirst(ScoredLane lane) {
        while (lane.first() == null) {
            if (!lane.placeMore(MAX_SCORED_PER_TICK)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a class with scores is served by deadline now. */
    private static boolean goesByDeadline(ClientView client, int of) {
        return client.overdueNanos(CLASSES[of]) > 0 && !client.isStatePaused();
    }

    /** For how long what a class would send is overdue, in nanoseconds: state that is paused is not sent, however long it has waited. */
    private long overdueNanos(ClientView client, int of) {
        if (lanes[of] != entities || !client.isStatePaused()) {
            return client.overdueNanos(CLASSES[of]);
        }
        TargetBacklog first = entities.first();
        return first == null ? 0 : first.overdueNanos(client.nowNanos());
    }

    /** Whether a chunk, or an unload, goes before what is overdue of its class. */
    private boolean isChunkBeforeOverdue(boolean leftOver) {
        TargetBacklog first = chunks.first();
        return first != null
                && chunks.score(first) >= ChunkScorer.leastBeforeOverdue(!leftOver && shares.isRingFavoured());
    }

    /** The target of a class that {@link #maySend may send} to be served next, by its share or by what is left over. */
    private @Nullable TargetBacklog firstOf(ClientView client, int of, boolean leftOver) {
        ScoredLane lane = lanes[of];
        if (lane == null || (goesByDeadline(client, of) && !(lane == chunks && isChunkBeforeOverdue(leftOver)))) {
            return client.earliestDue(CLASSES[of]);
        }
        if (lane == entities) {
            requests.readAhead();
        }
        return lane.first();
    }

    /** The cursor over what may go. */
    private final class Requests implements ReplicationRequests {

        private @Nullable ClientView client;
        private @Nullable TargetBacklog backlog;
        private int lane;

        /** How many entities that were read ahead of are still to be served in this pass. */
        private int readAhead;

        private void readAhead() {
            if (readAhead == 0) {
                readAhead = READ_AHEAD;
                entities.readAhead(READ_AHEAD);
            }
            readAhead--;
        }

        @Override
        public boolean next() {
            ClientView of = client;
            backlog = null;
            if (of == null) {
                return false;
            }
            orderIfDue();
            int classes = 0;
            for (int open = readyClasses; open != 0; open &= open - 1) {
                int i = Integer.numberOfTrailingZeros(open);
                classes |= maySend(of, i) ? 1 << i : 0;
            }
            shares.backlogged(classes == 0 ? 0 : classes | (1 << FairShares.LEFTOVER));
            lane = shares.next();
            if (lane == FairShares.NONE) {
                return false;
            }
            boolean leftOver = lane == FairShares.LEFTOVER;
            backlog = firstOf(of, leftOver ? leftoverClass(of, classes) : lane, leftOver);
            return true;
        }

        /** The class that is overdue for longest; if none is, the most urgent one. */
        private int leftoverClass(ClientView client, int classes) {
            int best = Integer.numberOfTrailingZeros(classes);
            long bestOverdue = 0;
            for (int open = classes; open != 0; open &= open - 1) {
                int i = Integer.numberOfTrailingZeros(open);
                long overdueNanos = overdueNanos(client, i);
                if (overdueNanos > bestOverdue) {
                    best = i;
                    bestOverdue = overdueNanos;
                }
            }
            return best;
        }

        @Override
        public TargetBacklog backlog() {
            TargetBacklog present = backlog;
            if (present == null) {
                throw new IllegalStateException("expected a request, found none: call next() first");
            }
            return present;
        }

        @Override
        public long desiredBudgetBytes() {
            return Math.max(1, backlog().readyBytes(SLICE_BYTES));
        }

        @Override
        public ReplicationRequest request() {
            TargetBacklog present = backlog();
            return new ReplicationRequest(
                    present.target(),
                    present.componentMask(),
                    scoreOf(present),
                    desiredBudgetBytes(),
                    present.messageClass(),
                    lane != FairShares.LEFTOVER);
        }
    }
}
