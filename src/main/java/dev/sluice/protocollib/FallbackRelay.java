package dev.sluice.protocollib;

import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.PacketSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One player without a channel: takes packets from the listeners of any thread and gives them back on the main thread.
 *
 * <p>What other threads send is collected and decided on the main thread. A key counts as busy from the moment that a
 * packet was taken until its write has run: what shares it is taken as well, however urgent, so that nothing overtakes.
 * The lock guards decisions only; packets are re-sent outside of it, always by the main thread. When the session fails, what
 * it holds is given back in order, and everything passes from then on.
 *
 * <p>At the end, packets are taken until all that was taken before has been re-sent: what passed would overtake it.
 */
final class FallbackRelay {

    /** A packet that was taken and not yet decided. */
    private record Taken(Message message, Object packet) {}

    /** A packet that is to be sent, and the one that was taken for it: they differ where updates were merged. */
    private record Release(Object packet, Taken taken) {}

    private final Object lock = new Object();
    private final ClientSession session;
    private final Consumer<Object> resend;
    private final RelayTroubles troubles;
    private final List<Taken> inbox = new ArrayList<>();
    private final BusyKeys busy = new BusyKeys();
    private final Deque<Release> collected = new ArrayDeque<>();
    private final Collector collector = new Collector();
    private boolean resending;
    private boolean ending;
    private boolean ended;
    private @Nullable Object beingResent;

    /**
     * @param sessionFactory makes the player's session for a sink
     * @param resend hands a packet to the server past the listeners; called on the main thread only
     * @param troubles hears what goes wrong
     */
    FallbackRelay(Function<ClientLink, ClientSession> sessionFactory, Consumer<Object> resend, RelayTroubles troubles) {
        this.session = sessionFactory.apply(ClientLink.of(collector));
        // There is a pass at each tick's end and none between, however long the tick takes.
        session.scheduler().followCaller();
        this.resend = resend;
        this.troubles = troubles;
    }

    ClientSession session() {
        return session;
    }

    /** Asks the session while nobody else does. Any thread. */
    <T> T ask(Function<ClientSession, T> question) {
        synchronized (lock) {
            return question.apply(session);
        }
    }

    /**
     * Decides on a packet that is about to be sent.
     *
     * @param mainThread whether the caller is the main thread
     * @return whether the relay has taken the packet, which must then not be sent
     */
    boolean take(Message message, Object packet, boolean mainThread) {
        synchronized (lock) {
            if (ended || isBeingResent(packet)) {
                return false;
            }
            if (!mainThread || resending) {
                boolean passes =
                        !busy.isAny(message) && message.effect() == WorldEffect.NONE && session.isNeverHeld(message);
                if (passes) {
                    passedUnoffered(message);
                } else {
                    inbox.add(taken(message, packet));
                }
                return !passes;
            }
            decideInbox();
            Taken taken = taken(message, packet);
            if (!(offer(taken) instanceof Decision.Pass)) {
                return true;
            }
            passed(message, PacketSink.UNMETERED);
        }
        try {
            resendCollected();
        } finally {
            synchronized (lock) {
                // Not before: what a listener sends meanwhile would overtake it.
                busy.less(message);
            }
        }
        return false;
    }

    /** Decides what other threads sent and releases what the budget allows. Main thread, at the end of a tick. */
    void endTick() {
        synchronized (lock) {
            decideInbox();
            try {
                session.pass();
                CapReached cap = session.capReached();
                if (cap != null) {
                    troubles.capReached(session.clientId(), cap);
                }
                Throwable queueTimes = session.queueTimeFailure();
                if (queueTimes != null) {
                    troubles.queueTimesFailed(queueTimes);
                }
            } catch (Throwable e) {
                standAside(e);
            }
        }
        resendCollected();
    }

    /** Gives everything back in order, also what is taken meanwhile; then everything passes. Main thread. */
    void end() {
        synchronized (lock) {
            ending = true;
            decideInbox();
            bypass();
        }
        resendCollected();
    }

    /** Lets go of everything: the player has left. */
    void abandon() {
        synchronized (lock) {
            ended = true;
            inbox.clear();
            collected.clear();
            try {
                session.close();
            } catch (Throwable e) {
                troubles.stoodAside(session.clientId(), e);
            }
            busy.clear();
        }
    }

    private void decideInbox() {
        for (Taken taken : inbox) {
            if (offer(taken) instanceof Decision.Pass) {
                passed(taken.message(), collector.write(taken.packet(), taken));
            }
        }
        inbox.clear();
    }

    private Decision offer(Taken taken) {
        try {
            return session.offer(taken.message(), taken.packet(), taken);
        } catch (Throwable e) {
            // Whatever it is, a linkage error included: it must not cost the packet.
            Decision decision = holds(taken.packet()) ? Decision.HOLD : Decision.PASS;
            standAside(e);
            return decision;
        }
    }

    /** Whether a session that has failed has the packet all the same. */
    private boolean holds(Object packet) {
        try {
            return session.holds(packet);
        } catch (Throwable e) {
            // Better twice than never: the failure itself is being reported.
            return false;
        }
    }

    private void passed(Message message, long wireBytes) {
        try {
            session.passed(message, wireBytes);
        } catch (Throwable e) {
            standAside(e);
        }
    }

    private void passedUnoffered(Message message) {
        try {
            session.passedUnoffered(message, PacketSink.UNMETERED);
        } catch (Throwable e) {
            standAside(e);
        }
    }

    private void standAside(Throwable cause) {
        troubles.stoodAside(session.clientId(), cause);
        bypass();
    }

    private void bypass() {
        try {
            session.bypass();
        } catch (Throwable e) {
            troubles.stoodAside(session.clientId(), e);
        }
    }

    /** What the main thread sends while it re-sends waits for the next tick; only an end does not. */
    private void resendCollected() {
        boolean nested;
        synchronized (lock) {
            nested = resending;
            if (nested && !ending) {
                return;
            }
            resending = true;
        }
        try {
            for (Release next = nextRelease(); next != null; next = nextRelease()) {
                resend(next);
            }
        } finally {
            synchronized (lock) {
                resending = nested;
            }
        }
    }

    /** The next packet to re-send; null if there is none, which at the end is the end. */
    private @Nullable Release nextRelease() {
        synchronized (lock) {
            if (ending) {
                decideInbox();
                ended = collected.isEmpty();
            }
            return collected.poll();
        }
    }

    private void resend(Release release) {
        Message message = release.taken().message();
        Object before;
        synchronized (lock) {
            before = beingResent;
            beingResent = release.packet();
        }
        try {
            resend.accept(release.packet());
        } catch (Throwable e) {
            // One packet that the server does not take, for whatever reason, must not keep the others.
            troubles.resendFailed(e);
            lost(message);
        } finally {
            synchronized (lock) {
                beingResent = before;
                busy.less(message);
            }
        }
    }

    private void lost(Message message) {
        synchronized (lock) {
            try {
                session.lost(message);
            } catch (Throwable e) {
                standAside(e);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // packets are records that compare by value (H3)
    private boolean isBeingResent(Object packet) {
        return packet == beingResent;
    }

    private Taken taken(Message message, Object packet) {
        busy.more(message);
        return new Taken(message, packet);
    }

    /** Collects what the session releases, in order. Under the lock. */
    private final class Collector implements PacketSink {

        @Override
        public long write(Object packet, @Nullable Object receipt) {
            collected.add(new Release(packet, taken(receipt)));
            return UNMETERED;
        }

        @Override
        public void flush() {}

        @Override
        public void supersede(Object packet, @Nullable Object receipt) {
            busy.less(taken(receipt).message());
        }

        @Override
        public void abandon(Object packet, @Nullable Object receipt) {
            busy.less(taken(receipt).message());
        }

        private Taken taken(@Nullable Object receipt) {
            if (receipt instanceof Taken taken) {
                return taken;
            }
            throw new IllegalStateException("expected the receipt of a taken packet, found " + receipt);
        }
    }
}
