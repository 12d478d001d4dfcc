package dev.sluice.engine.budget;

import java.util.UUID;

/** What a client was sent in each of the last ticks (seed 002). Confined to the client's thread. */
public final class ClientBandwidthTracker {

    /** Ten seconds at 60 ticks, thirty at Minecraft's 20. */
    public static final int MAX_HISTORY = 600;

    private final UUID clientId;
    private final long[] history = new long[MAX_HISTORY];
    private BandwidthConfig config;
    private int next;
    private int size;
    private long sum;

    /** The bytes of the last second. */
    private long lastSecond;

    private long bytesSentThisTick;

    /** The largest second of the history, and how many ticks ago it ended. */
    private long peak;

    private int peakAgeTicks;

    public ClientBandwidthTracker(UUID clientId, BandwidthConfig config) {
        this.clientId = clientId;
        this.config = config;
    }

    public UUID clientId() {
        return clientId;
    }

    public BandwidthConfig config() {
        return config;
    }

    /** Changes the budget from now on; the history stays. */
    public void reconfigure(BandwidthConfig newConfig) {
        config = newConfig;
        int ticks = Math.min(size, config.tickRate());
        lastSecond = window(ticks, size - ticks);
        findPeak();
    }

    /** What is left of this tick's budget in bytes, never negative. */
    public long remainingBudget() {
        return Math.max(0, config.bytesPerTick() - bytesSentThisTick);
    }

    /** Counts bytes as sent in this tick. */
    public void consume(long bytes) {
        bytesSentThisTick += bytes;
    }

    public long bytesSentThisTick() {
        return bytesSentThisTick;
    }

    /** Closes this tick: its bytes enter the history, the oldest tick beyond {@value #MAX_HISTORY} leaves it. */
    public void endTick() {
        int ticks = Math.min(MAX_HISTORY, config.tickRate());
        lastSecond += bytesSentThisTick - (size < ticks ? 0 : at(size - ticks));
        if (size == MAX_HISTORY) {
            sum -= history[next];
        } else {
            size++;
        }
        history[next] = bytesSentThisTick;
        sum += bytesSentThisTick;
        next = next + 1 == MAX_HISTORY ? 0 : next + 1;
        bytesSentThisTick = 0;
        followPeak();
    }

    /** Looks through the whole history only when the largest second has left it. */
    private void followPeak() {
        peakAgeTicks++;
        long current = currentBytesPerSecond();
        if (size <= config.tickRate() || current >= peak) {
            peak = current;
            peakAgeTicks = 0;
        } else if (peakAgeTicks > size - config.tickRate()) {
            findPeak();
        }
    }

    private void findPeak() {
        int ticks = Math.min(size, config.tickRate());
        long window = window(ticks, 0);
        peak = window;
        peakAgeTicks = size - ticks;
        for (int end = ticks; end < size; end++) {
            window += at(end) - at(end - ticks);
            if (window >= peak) {
                peak = window;
                peakAgeTicks = size - 1 - end;
            }
        }
    }

    /** The bytes of each finished tick, the oldest first. */
    public long[] bytesSentHistory() {
        long[] ticks = new long[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = history[Math.floorMod(next - size + i, MAX_HISTORY)];
        }
        return ticks;
    }

    /** The mean of the history in bytes a tick; 0 before the first tick's end. */
    public double averageUsage() {
        return size == 0 ? 0 : (double) sum / size;
    }

    /** The mean of the history in bytes a second. */
    public double averageBytesPerSecond() {
        return averageUsage() * config.tickRate();
    }

    /** The bytes of the last second's ticks; in the first second, of those that there are. */
    public long currentBytesPerSecond() {
        return lastSecond;
    }

    /** The largest sum over one second of consecutive ticks in the history. */
    public long peakBytesPerSecond() {
        return peak;
    }

    private long window(int ticks, int from) {
        long bytes = 0;
        for (int i = from; i < from + ticks; i++) {
            bytes += at(i);
        }
        return bytes;
    }

    private long at(int age) {
        return history[Math.floorMod(next - size + age, MAX_HISTORY)];
    }
}
