package dev.sluice.sim.links;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Simulates players on links of their own, over some threads; what comes out does not depend on how many. */
public final class LinkStudy {

    private LinkStudy() {}

    /**
     * Runs a study.
     *
     * @param threads at least 1
     * @throws IllegalStateException if a player's simulation failed
     * @throws InterruptedException if the caller was interrupted; nothing runs then any more
     */
    public static LinkReport run(LinksPlan plan, int threads) throws InterruptedException {
        List<Callable<LinkResult>> runs = new ArrayList<>();
        for (int i = 0; i < plan.links(); i++) {
            int index = i;
            runs.add(() -> new LinkRun(plan, index).run());
        }
        List<LinkResult> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<LinkResult> done : pool.invokeAll(runs)) {
                results.add(done.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a player's simulation failed: " + e.getCause(), e.getCause());
        }
        return LinkReport.of(plan, results);
    }
}
