package dev.sluice.engine.schedule;

import dev.sluice.engine.adapt.NetworkHealth;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When one session acts (seed 001's scheduler): it says whether a pass is due, what it may do, and when to ask again. It
 * has no thread and no timer of its own.
 *
 * <p>Times are nanoseconds of one {@link dev.sluice.engine.port.Ticker}, whose origin is arbitrary: only differences
 * count, also across an overflow. A clock that goes back never delays a pass by more than one interval.
 *
 * <p>The setters, {@link #tickScheduler}, {@link #getHealth}, {@link #profile}, {@link #wantsTicks} and
 * {@link #substitutions} may be called from any thread; what is set takes effect with the next call of the client's thread. The rest belongs to that thread.
 */
public final class NetworkScheduler {

    /** After so long without a tick the server has a hitch, and the internal clock stands in for the external one. */
    public static final long EXTERNAL_TIMEOUT_NANOS = 250_000_000;

    /** Passes that the caller makes count as no further apart than this. */
    private static final long MAX_CALLER_PASS_NANOS = 1_000_000_000;

    /** Each of the caller's passes changes their mean distance by so small a part. */
    private static final int CALLER_SMOOTHING = 8;

    private final AtomicLong externalTicks = new AtomicLong();
    private final AtomicLong substitutions = new AtomicLong();
    private volatile long externalTickNanos;
    private volatile SchedulerClock wantedClock = SchedulerClock.EXTERNAL;
    private volatile NetworkProfile wantedProfile;
    private volatile NetworkHealth health;

    private NetworkProfile profile;
    private SchedulerClock clock = SchedulerClock.EXTERNAL;
    private long tickNanos;
    private long lastPassNanos;
    private boolean passPromised;
    private long promisedNanos;
    private long lastTickNanos;
    private long ticksSeen;
    private boolean tickPending;
    private boolean substituted;

    /** Whether a pass has made an order: before that there is none that could stay until the next tick. */
    private boolean ordered;

    /** The mean distance of the caller's passes; 0 while they come when they are asked for. */
    private long callerPassNanos;

    /**
     * @param tickNanos the length of a server tick, at least 1
     * @param nowNanos the present; the first pass is due one interval later
     * @param health what is known of the link so far
     */
    public NetworkScheduler(NetworkProfile profile, long tickNanos, long nowNanos, NetworkHealth health) {
        this.health = health;
        this.profile = profile;
        this.wantedProfile = profile;
        this.tickNanos = tickNanos;
        this.lastPassNanos = nowNanos;
        this.lastTickNanos = nowNanos;
    }

    /** Goes by the clock and the quantum of another profile from the next call of the client's thread on. Any thread. */
    public void changeProfile(NetworkProfile newProfile) {
        wantedProfile = newProfile;
    }

    /** Says where ticks come from; {@link SchedulerClock#EXTERNAL} until this is called. Any thread. */
    public void setSchedulerClock(SchedulerClock newClock) {
        wantedClock = newClock;
    }

    /**
     * A server tick has come; the caller then has the client's thread make a pass. Any thread.
     *
     * @param nowNanos when, by the session's ticker; a time still to come counts as the present
     */
    public void tickScheduler(long nowNanos) {
        // In this order: who sees the new number sees this time or a later one.
        externalTickNanos = nowNanos;
        externalTicks.incrementAndGet();
    }

    /**
     * How the link fares, as published last (seed 001's {@code getHealth}, without what a server does not have: it has one
     * peer per session, and no topics). Any thread.
     */
    public NetworkHealth getHealth() {
        return health;
    }

    /** The profile, as configured last. Any thread. */
    public NetworkProfile profile() {
        return wantedProfile;
    }

    /** Whether {@link #tickScheduler} makes a difference with this profile and clock. Any thread. */
    public boolean wantsTicks() {
        return wantedClock == SchedulerClock.EXTERNAL && wantedProfile.clock().usesTicks();
    }

    /** How often the internal clock had to stand in for an external one that did not tick. Any thread. */
    public long substitutions() {
        return substitutions.get();
    }

    /** Changes the length of the ticks to come, at least 1. */
    public void retime(long newTickNanos) {
        tickNanos = newTickNanos;
    }

    /**
     * Passes come when the caller can make them from now on, such as at the end of each of the server's ticks, and not when
     * {@link #nanosUntilNextPass} says. How far they are apart is measured.
     */
    public void followCaller() {
        callerPassNanos = tickNanos;
    }

    /**
     * How far apart the passes are that the caller makes by itself, in nanoseconds: the mean of the last ones, 1 to a second; 0
     * if they come when they are asked for.
     */
    public long callerPassNanos() {
        return callerPassNanos;
    }

    /** Whether there is one pass a tick, however long that takes: more credit than usual is kept for it. */
    public boolean passesComeWithTicks() {
        return profile.clock() == ClockPolicy.KERNEL || isCallersOwn();
    }

    private boolean isCallersOwn() {
        return callerPassNanos > 0;
    }

    /** Publishes how the link fares. */
    public void publish(NetworkHealth newHealth) {
        health = newHealth;
    }

    /** Whether a pass is due. */
    public boolean isDue(long nowNanos) {
        advance(nowNanos);
        return scope(nowNanos) != PassScope.NONE;
    }

    /** Begins a pass if one is due, and says what it may do. */
    public PassScope beginPass(long nowNanos) {
        advance(nowNanos);
        PassScope scope = scope(nowNanos);
        if (scope != PassScope.NONE) {
            if (isCallersOwn()) {
                long sinceNanos = Math.clamp(nowNanos - lastPassNanos, 1, MAX_CALLER_PASS_NANOS);
                callerPassNanos += (sinceNanos - callerPassNanos) / CALLER_SMOOTHING;
            }
            lastPassNanos = nowNanos;
            passPromised = false;
        }
        if (scope == PassScope.GATHER) {
            tickPending = false;
            ordered = true;
        }
        return scope;
    }

    /**
     * How long until a pass is due, in nanoseconds: 0 if one is. An external tick may make one due earlier; without it
     * this is when its place is taken. Where the caller makes passes by itself, how long until one is to be expected.
     */
    public long nanosUntilNextPass(long nowNanos) {
        advance(nowNanos);
        if (isCallersOwn()) {
            return remaining(nowNanos - lastPassNanos, callerPassNanos);
        }
        return switch (profile.clock()) {
            case INDEPENDENT -> untilQuantum(nowNanos);
            case KERNEL -> untilTick(nowNanos);
            case HYBRID -> Math.min(untilQuantum(nowNanos), untilTick(nowNanos));
        };
    }

    /** Whether the order of a tick stays until the next one, though passes come between. */
    public boolean keepsOrder() {
        return profile.clock() == ClockPolicy.HYBRID && !isCallersOwn();
    }

    /** Whether the next pass makes the order anew, whenever it comes. */
    public boolean isOrderDue(long nowNanos) {
        advance(nowNanos);
        return !keepsOrder() || tickPending || !ordered;
    }

    /** How long until the next tick, in nanoseconds, if it comes in time; for clocks that go by ticks. */
    public long nanosUntilNextTick(long nowNanos) {
        advance(nowNanos);
        return remaining(nowNanos - lastTickNanos, tickNanos);
    }

    /** Notes after how long the caller is told to make the next pass, and returns it. */
    public long promisePass(long nowNanos, long untilNanos) {
        passPromised = true;
        promisedNanos = nowNanos + untilNanos;
        return untilNanos;
    }

    /** Whether the time has come for which a pass was promised that has not been made yet, so that it is about to be. */
    public boolean isPassPromised(long nowNanos) {
        return passPromised && nowNanos - promisedNanos >= 0;
    }

    private PassScope scope(long nowNanos) {
        return switch (profile.clock()) {
            case INDEPENDENT -> isCallersOwn() || untilQuantum(nowNanos) == 0 ? PassScope.GATHER : PassScope.NONE;
            case KERNEL -> tickPending ? PassScope.GATHER : PassScope.NONE;
            case HYBRID -> {
                if (tickPending) {
                    yield PassScope.GATHER;
                }
                PassScope between = ordered ? PassScope.RELEASE : PassScope.GATHER;
                yield untilQuantum(nowNanos) == 0 ? between : PassScope.NONE;
            }
        };
    }

    private long untilQuantum(long nowNanos) {
        return remaining(nowNanos - lastPassNanos, profile.quantumNanos(tickNanos));
    }

    private long untilTick(long nowNanos) {
        if (tickPending) {
            return 0;
        }
        return remaining(nowNanos - lastTickNanos, ticksInternally() ? tickNanos : EXTERNAL_TIMEOUT_NANOS);
    }

    /** A time that has gone back counts as over: better a pass too early than none. */
    private static long remaining(long elapsed, long interval) {
        return elapsed < 0 ? 0 : Math.max(0, interval - elapsed);
    }

    private boolean ticksInternally() {
        return clock == SchedulerClock.INTERNAL || substituted;
    }

    /** Takes over what other threads have set, and finds out whether a tick has come. */
    private void advance(long nowNanos) {
        applyWanted(nowNanos);
        if (!profile.clock().usesTicks()) {
            return;
        }
        if (clock == SchedulerClock.EXTERNAL) {
            hearExternalTick(nowNanos);
        }
        if (ticksInternally()) {
            long elapsed = nowNanos - lastTickNanos;
            if (elapsed < 0) {
                lastTickNanos = nowNanos;
                tickPending = true;
            } else if (elapsed >= tickNanos) {
                lastTickNanos += elapsed / tickNanos * tickNanos;
                tickPending = true;
            }
        }
    }

    private void applyWanted(long nowNanos) {
        NetworkProfile newProfile = wantedProfile;
        SchedulerClock newClock = wantedClock;
        boolean ticksBegin = newProfile.clock().usesTicks() && !profile.clock().usesTicks();
        profile = newProfile;
        if (newClock != clock || ticksBegin) {
            // Nobody can have ticked for this before: the time without a tick begins now.
            clock = newClock;
            substituted = false;
            ticksSeen = externalTicks.get();
            lastTickNanos = nowNanos;
            tickPending = true;
        }
    }

    private void hearExternalTick(long nowNanos) {
        long ticks = externalTicks.get();
        if (ticks != ticksSeen) {
            ticksSeen = ticks;
            long at = externalTickNanos;
            lastTickNanos = at - nowNanos > 0 ? nowNanos : at;
            substituted = false;
            tickPending = true;
        } else if (nowNanos - lastTickNanos < 0) {
            lastTickNanos = nowNanos;
        } else if (!substituted && nowNanos - lastTickNanos >= EXTERNAL_TIMEOUT_NANOS) {
            substituted = true;
            substitutions.incrementAndGet();
        }
    }
}
