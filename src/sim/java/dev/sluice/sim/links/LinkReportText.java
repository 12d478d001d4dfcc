package dev.sluice.sim.links;

import dev.sluice.sim.links.LinkReport.Group;
import dev.sluice.sim.links.LinkReport.Odd;
import dev.sluice.sim.links.LinkReport.Quantiles;
import java.util.List;
import java.util.Locale;

/** A study's report for people. */
public final class LinkReportText {

    private LinkReportText() {}

    public static String of(LinkReport report) {
        StringBuilder text = new StringBuilder(4_000);
        text.append(format(
                "%d links, %.0f s each, seed %d; the server hands out %.1f Mbit/s of chunks%n",
                report.links(), report.seconds(), report.seed(), report.pushMegabits()));
        for (Group group : report.groups()) {
            text.append(format("%n%s: %d links%n", group.name(), group.links()));
            text.append(format("%-44s%10s%10s%10s%10s%10s%n", "", "p5", "p50", "p95", "p99", "max"));
            if (!group.name().startsWith("never")) {
                text.append(line("budget within 10 % of the rate after, s", 2, group.found()));
                text.append(format(
                        "    of %d links, %d never; within 5 s %s%n",
                        group.toFind(), group.neverFound(), number(3, group.foundWithin5s())));
                text.append(line("the same after a step of the rate, s", 2, group.foundAgain()));
                text.append(format(
                        "    of %d links, %d never; within 3 s %s%n",
                        group.stepped(), group.neverFoundAgain(), number(3, group.foundAgainWithin3s())));
                text.append(line("budget's coefficient of variation", 3, group.swing()));
                text.append(line("link busy while chunks are held", 3, group.utilisation()));
            }
            text.append(line("chunks are held for, s", 2, group.backloggedSeconds()));
            text.append(line("queue on the link while loading, ms", 1, group.queueLoading()));
            text.append(line("queue on the link afterwards, ms", 1, group.queueAfter()));
        }
        text.append(odd("longest queues while loading (p99)", report.longestQueues()));
        text.append(odd("links used least while chunks are held", report.leastUsed()));
        return text.toString();
    }

    private static String line(String title, int digits, Quantiles of) {
        return format(
                "%-44s%10s%10s%10s%10s%10s%n",
                title,
                number(digits, of.p5()),
                number(digits, of.p50()),
                number(digits, of.p95()),
                number(digits, of.p99()),
                number(digits, of.max()));
    }

    private static String odd(String title, List<Odd> links) {
        StringBuilder text = new StringBuilder(format("%n%s%n", title));
        text.append(format(
                "%8s%10s%10s%10s%8s%20s%10s%12s%8s%n",
                "link", "Mbit/s", "RTT ms", "buffer KB", "proxy", "step s: Mbit/s", "found s", "queue ms", "busy"));
        for (Odd link : links) {
            String step = Double.isNaN(link.stepSeconds())
                    ? "-"
                    : number(1, link.stepSeconds()) + ": " + number(2, link.stepMegabits());
            text.append(format(
                    "%8d%10s%10s%10s%8s%20s%10s%12s%8s%n",
                    link.index(),
                    number(2, link.megabits()),
                    number(0, link.rttMillis()),
                    number(0, link.bufferKilobytes()),
                    link.proxied() ? "yes" : "no",
                    step,
                    number(2, link.foundSeconds()),
                    number(1, link.queueP99Millis()),
                    number(3, link.utilisation())));
        }
        return text.toString();
    }

    private static String number(int digits, double value) {
        if (Double.isInfinite(value)) {
            return "never";
        }
        return Double.isNaN(value) ? "-" : format("%." + digits + "f", value);
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form.replace("%n", "\n"), values);
    }
}
