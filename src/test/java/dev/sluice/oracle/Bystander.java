package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.netty.NettyBinding;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A thread that calls what any thread may call of a session while others send; in some runs it detaches in mid-flood. */
final class Bystander {

    /** Stands for a run in which the session stays. */
    static final int NEVER = Integer.MAX_VALUE;

    /** The class of chunk data, which the checks of a soak expect to be held. */
    private static final int CHUNK_DATA = 1 << 3;

    private final JudgedChannel channel;
    private final NettyBinding binding;
    private final ClientSession session;
    private final SplittableRandom random;
    private final int detachAfter;
    private final FutureTask<Boolean> task = new FutureTask<>(this::run);
    private volatile boolean stopped;

    /** @param detachAfter how many packets are offered before it detaches, or {@link #NEVER} */
    Bystander(
            JudgedChannel channel,
            NettyBinding binding,
            ClientSession session,
            SplittableRandom random,
            int detachAfter) {
        this.channel = channel;
        this.binding = binding;
        this.session = session;
        this.random = random;
        this.detachAfter = detachAfter;
    }

    void start() {
        Thread.ofPlatform().name("bystander").daemon().start(task);
    }

    /** Waits for it to end; returns whether it has detached. */
    boolean stop() throws Exception {
        stopped = true;
        return task.get(60, TimeUnit.SECONDS);
    }

    private boolean run() throws Exception {
        boolean detaches = detachAfter != NEVER;
        boolean detached = false;
        while (!stopped || (detaches && !detached)) {
            act();
            // One at a time, or the event loop would do nothing else than hear of ticks.
            int offered = channel.server().eventLoop().submit(channel::offered).get(30, TimeUnit.SECONDS);
            if (detaches && !detached && (stopped || offered >= detachAfter)) {
                binding.detach(channel.server()).get(30, TimeUnit.SECONDS);
                detached = true;
            }
        }
        return detached;
    }

    private void act() {
        switch (random.nextInt(40)) {
            case 0 -> session.reconfigure(ModelConfig.of(config()));
            case 1, 2, 3 -> session.acted();
            case 4, 5, 6, 7, 8, 9, 10, 11 -> session.acted(block(), Places.BLOCK_Y, block());
            case 12, 13, 14, 15, 16, 17, 18, 19 -> {
                session.scheduler().tickScheduler(System.nanoTime());
                binding.tick(channel.server());
            }
            case 20, 21, 22 -> session.stats();
            case 23, 24, 25 -> session.lastStats();
            case 26 -> session.getHealth();
            default ->
                session.viewpoint(
                        new Viewpoint(block(), Places.BLOCK_Y, block(), random.nextInt(360), random.nextInt(180) - 90));
        }
    }

    private Step.Configure config() {
        Step.Configure any = ModelConfig.any(random);
        return new Step.Configure(
                any.bytesPerSecond(),
                any.burstTicks(),
                any.unmanaged() & ~CHUNK_DATA,
                any.shares(),
                any.deferralMillis(),
                any.maxInterval(),
                any.maxHeldBytes(),
                any.maxHeldMessages(),
                any.profile());
    }

    private int block() {
        return random.nextInt(-96, 96);
    }
}
