package dev.sluice.sim.report;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.sim.Cause;
import dev.sluice.sim.ClientObserver;
import dev.sluice.sim.SimPacket;
import dev.sluice.sim.play.PlayerTraffic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures what becomes of one player's packets. Confined to one player's simulation. */
public final class PlayerMeter implements ClientObserver {

    private final Ticker ticker;
    private final Tally tally;
    private final BudgetUse use;
    private final FairnessMeter fairness;
    private final List<ArrayDeque<SimPacket>> unsent = new ArrayList<>();
    private final long startNanos;
    private long chunksUntilFirstView;

    /**
     * @param config which budget and which shares are promised
     * @param firstChunks how many chunks the player's first view has
     * @param tally what is measured is added there
     */
    public PlayerMeter(EngineConfig config, Ticker ticker, int firstChunks, Tally tally) {
        this.ticker = ticker;
        this.tally = tally;
        this.use = new BudgetUse(config);
        this.fairness = new FairnessMeter(config);
        this.startNanos = ticker.nanos();
        this.chunksUntilFirstView = firstChunks;
        for (int i = 0; i < MessagePriority.values().length; i++) {
            unsent.add(new ArrayDeque<>());
        }
    }

    @Override
    public void held(SimPacket packet) {
        tally.of(packet.messageClass()).held++;
        if (packet.isWaiting()) {
            unsent.get(packet.messageClass().ordinal()).addLast(packet);
            if (packet.isFree()) {
                use.starts(packet.messageClass());
                fairness.starts(packet);
            }
        }
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        MessagePriority messageClass = packet.messageClass();
        if (cause.isBudgeted()) {
            use.budgeted(bytes);
            fairness.released(messageClass, bytes);
        } else {
            use.charged(bytes);
            tally.charged += bytes;
            tally.takenAlong += cause == Cause.TAKEN_ALONG ? 1 : 0;
            tally.caps += cause == Cause.CAP ? 1 : 0;
        }
        ClassTally ofClass = tally.of(messageClass);
        ClassTally.record(ofClass.untilWritten, ticker.nanos() - packet.sinceNanos());
        ClassTally.record(ofClass.untilDelivered, deliveredNanos - packet.sinceNanos());
        ofClass.bytes += bytes;
        if (PlayerTraffic.isChunk(packet) && --chunksUntilFirstView == 0) {
            ClassTally.record(tally.firstView, deliveredNanos - startNanos);
        }
    }

    @Override
    public void ended(SimPacket packet) {
        if (packet.isFree()) {
            use.ends(packet.messageClass());
            fairness.ends(packet);
        }
    }

    @Override
    public void superseded(SimPacket packet, @Nullable SimPacket by) {
        ClassTally ofClass = tally.of(packet.messageClass());
        if (by != null && by.message().type().kind() == DeliveryKind.STATE) {
            ofClass.merged++;
            fairness.merges(packet, by);
        } else {
            ofClass.dropped++;
        }
    }

    /**
     * A tick of the server ends: nothing of the next one has been offered yet.
     *
     * @param stalled whether chunks and entity state pause since the client does not answer
     */
    public void tickEnded(boolean stalled) {
        fairness.tickEnded(ticker.nanos(), stalled);
    }

    /**
     * Takes the samples of a tick, once it has offered what it has.
     *
     * @param entitiesWithheld whether update intervals may have withheld entity state in it
     */
    public void tick(boolean entitiesWithheld) {
        use.tick(ticker.nanos(), entitiesWithheld);
        for (MessagePriority messageClass : MessagePriority.values()) {
            ArrayDeque<SimPacket> queue = unsent.get(messageClass.ordinal());
            while (!queue.isEmpty() && !queue.getFirst().isWaiting()) {
                queue.removeFirst();
            }
            long age = queue.isEmpty() ? 0 : ticker.nanos() - queue.getFirst().sinceNanos();
            ClassTally.record(tally.of(messageClass).oldestUnsent, age);
        }
    }

    public PlayerResult result() {
        return new PlayerResult(use.budgetedRate(), use.utilisation(), fairness.index(), fairness.smallestPart());
    }
}
