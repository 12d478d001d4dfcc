package dev.sluice.sim;

import dev.sluice.sim.report.PlayerResult;
import dev.sluice.sim.report.SimReport;
import dev.sluice.sim.report.Tally;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulates players apart from each other, over some threads; what comes out does not depend on how many. */
public final class Simulation {

    private Simulation() {}

    /**
     * What came out, and what it cost.
     *
     * @param cpuNanos processor time of the threads that simulated
     */
    public record Outcome(SimReport report, long cpuNanos) {}

    private record Part(Tally tally, long cpuNanos) {}

    /**
     * Runs a simulation.
     *
     * @param threads at least 1
     * @throws IllegalStateException if a player's simulation failed
     * @throws InterruptedException if the caller was interrupted; nothing runs then any more
     */
    public static Outcome run(SimPlan plan, int threads) throws InterruptedException {
        PlayerResult[] results = new PlayerResult[plan.players()];
        AtomicInteger next = new AtomicInteger();
        Callable<Part> work = () -> {
            ThreadMXBean time = ManagementFactory.getThreadMXBean();
            long start = time.getCurrentThreadCpuTime();
            Tally tally = new Tally();
            for (int player = next.getAndIncrement(); player < results.length; player = next.getAndIncrement()) {
                results[player] = new PlayerRun(plan, plan.engine(), player, tally).run();
            }
            return new Part(tally, time.getCurrentThreadCpuTime() - start);
        };
        Tally all = new Tally();
        long cpuNanos = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Part>> works = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                works.add(work);
            }
            for (Future<Part> done : pool.invokeAll(works)) {
                Part part = done.get();
                all.add(part.tally());
                cpuNanos += part.cpuNanos();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a player's simulation failed: " + e.getCause(), e.getCause());
        }
        return new Outcome(SimReport.of(plan.players(), plan.nanos() * 1e-9, all, List.of(results)), cpuNanos);
    }
}
