package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.links.LinksPlan;
import dev.sluice.sim.play.TrafficPlan;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code ./simulate}. */
@Command(
        name = "simulate",
        sortOptions = false,
        description = "Simulates players with the real engine over modelled links, in virtual time.",
        usageHelpAutoWidth = true)
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
final class SimulateCommand {
    private static final List<String> OF_ONE_LINK = List.of(
            "--players", "--rate", "--rtt", "--buffer", "--step", "--stall", "--hitch", "--budget", "--queue-times");

    @Spec
    CommandSpec spec;

    @Option(names = "--players", paramLabel = "N", defaultValue = "100", description = "players (${DEFAULT-VALUE})")
    int players;

    @Option(
            names = "--links",
            paramLabel = "N",
            description =
                    "study the rate control instead: N players, each on an access link of its own that is drawn from"
                            + " published figures; no option for links and budgets goes with it")
    @Nullable
    Integer links;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "2",
            description = "how long each plays (${DEFAULT-VALUE})")
    double minutes;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "of everything (${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            defaultValue = "1mbit",
            description = "of each link (${DEFAULT-VALUE})")
    String rate;

    @Option(
            names = "--rtt",
            paramLabel = "TIME",
            defaultValue = "40ms",
            description = "round-trip time of an idle link (${DEFAULT-VALUE})")
    String rtt;

    @Option(
            names = "--buffer",
            paramLabel = "SIZE",
            defaultValue = "64KB",
            description = "what a link's bottleneck queues (${DEFAULT-VALUE})")
    String buffer;

    @Option(
            names = "--step",
            paramLabel = "AT:RATE",
            description = "from this time on another rate, such as 30s:512kbit; may be given again")
    List<String> steps = List.of();

    @Option(
            names = "--stall",
            paramLabel = "AT:TIME",
            description = "nothing gets through for so long, such as 60s:2s; may be given again")
    List<String> stalls = List.of();

    @Option(
            names = "--hitch",
            paramLabel = "AT:TIME",
            description = "the server does not tick for so long, then catches up; may be given again")
    List<String> hitches = List.of();

    @Option(names = "--budget", paramLabel = "RATE", description = "of each player (the link's rate)")
    @Nullable
    String budget;

    @Option(
            names = "--entities",
            paramLabel = "N",
            defaultValue = "48",
            description = "creatures around each player, moving every tick (${DEFAULT-VALUE})")
    int entities;

    @Option(
            names = "--view-distance",
            paramLabel = "D",
            defaultValue = "10",
            description = "in chunks, 1 to 32 (${DEFAULT-VALUE})")
    int viewDistance;

    @Option(
            names = "--chunk-rate",
            paramLabel = "R",
            defaultValue = "75",
            description = "chunks a second that the server hands out to each (${DEFAULT-VALUE})")
    double chunkRate;

    @Option(
            names = "--dense",
            paramLabel = "P",
            defaultValue = "0.025",
            description = "part of the chunks that has 22 to 26 KB; the others have 2 to 6 KB (${DEFAULT-VALUE})")
    double dense;

    @Option(
            names = "--queue-times",
            description =
                    "compare predicted queue times with the real ones; they are made in each tick then, which takes longer")
    boolean queueTimes;

    @Option(names = "--threads", paramLabel = "N", description = "changes how long it takes only (one a processor)")
    @Nullable
    Integer threads;

    @Option(names = "--json", description = "print one line of JSON")
    boolean json;

    @Option(names = "--no-build", description = "run what was built before")
    boolean noBuild;

    @Option(
            names = {"--help", "-h"},
            usageHelp = true,
            description = "this text")
    boolean help;

    int threads() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1) {
            throw refused("--threads", "1 or more", wanted);
        }
        return wanted;
    }

    /** @throws ParameterException for a value out of its range */
    SimPlan plan() {
        if (players < 1) {
            throw refused("--players", "1 or more", players);
        }
        if (!(minutes > 0 && minutes <= 1_000)) {
            throw refused("--minutes", "a number above 0, at most 1000", minutes);
        }
        long linkRate = read("--rate", rate, Quantities::rate);
        long budgetRate = budget == null ? linkRate : read("--budget", budget, Quantities::rate);
        try {
            return new SimPlan(
                    players,
                    Math.round(minutes * 60e9),
                    seed,
                    engine(budgetRate),
                    new LinkPlan(
                            linkRate,
                            read("--rtt", rtt, Quantities::nanos),
                            read("--buffer", buffer, Quantities::size),
                            pairs("--step", steps, Quantities::rate, LinkPlan.Step::new),
                            pairs("--stall", stalls, Quantities::nanos, LinkPlan.Stall::new)),
                    new SimClient.Sights(true, true),
                    new TrafficPlan(entities, viewDistance, chunkRate, dense),
                    queueTimes,
                    pairs("--hitch", hitches, Quantities::nanos, LinkPlan.Stall::new));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The study of links that is asked for, if one is.
     *
     * @throws ParameterException for a value out of its range
     */
    @Nullable
    LinksPlan linksPlan() {
        if (links == null) {
            return null;
        }
        for (String option : OF_ONE_LINK) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " does not go with --links");
            }
        }
        if (!(minutes > 0 && minutes <= 1_000)) {
            throw refused("--minutes", "a number above 0, at most 1000", minutes);
        }
        try {
            return new LinksPlan(
                    links, Math.round(minutes * 60e9), seed, new TrafficPlan(entities, viewDistance, chunkRate, dense));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static EngineConfig engine(long budgetBytesPerSecond) {
        EngineConfig base = EngineConfig.DEFAULT;
        BandwidthConfig bandwidth = base.bandwidth();
        return new EngineConfig(
                new BandwidthConfig(budgetBytesPerSecond, bandwidth.tickRate(), bandwidth.maxBurstTicks()),
                base.shares(),
                base.managed(),
                base.maxDeferralNanos(),
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                base.control());
    }

    /** Makes something of a time and a value. */
    private interface Pair<T> {
        T of(long atNanos, long value);
    }

    private <T> List<T> pairs(String option, List<String> texts, Function<String, Long> value, Pair<T> pair) {
        return texts.stream()
                .map(text -> {
                    int colon = text.indexOf(':');
                    if (colon < 0) {
                        throw refused(option, "a time and a value with a colon between them", text);
                    }
                    long at = read(option, text.substring(0, colon), Quantities::nanos);
                    return pair.of(at, read(option, text.substring(colon + 1), value));
                })
                .toList();
    }

    private long read(String option, String text, Function<String, Long> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    private ParameterException refused(String option, String expected, Object found) {
        return new ParameterException(spec.commandLine(), option + " takes " + expected + ", found " + found);
    }
}
