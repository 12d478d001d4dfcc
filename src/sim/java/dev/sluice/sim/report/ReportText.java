package dev.sluice.sim.report;

import dev.sluice.sim.report.SimReport.OfClass;
import dev.sluice.sim.report.SimReport.Percentiles;
import java.util.Locale;
import java.util.function.Function;

/** A report for people. */
public final class ReportText {

    private ReportText() {}

    public static String of(SimReport report) {
        StringBuilder text = new StringBuilder(2_000);
        text.append(format("%d players, %.0f s each%n%n", report.players(), report.seconds()));
        text.append(format("%-16s%12s%12s%12s%12s%10s%n", "packets", "released", "KB", "held", "merged", "dropped"));
        for (OfClass of : report.classes()) {
            text.append(format(
                    "%-16s%12d%12.0f%12d%12d%10d%n",
                    of.name(), of.released(), of.bytes() / 1e3, of.held(), of.merged(), of.dropped()));
        }
        text.append(times(report, "offered to written, ms", OfClass::untilWritten));
        text.append(times(report, "offered to delivered, ms", OfClass::untilDelivered));
        text.append(times(report, "oldest unsent at a tick, ms", OfClass::oldestUnsent));
        text.append(errors(report));
        Percentiles view = report.firstViewSeconds();
        text.append(format(
                "%nfirst view delivered after %s s (p50), %s s (max)%n", number(view.p50()), number(view.max())));
        text.append(format(
                "budget used while backlogged: %s; charged %.0f KB, taken along %d, released by a cap %d%n",
                ratio(report.utilisation()), report.chargedBytes() / 1e3, report.takenAlong(), report.caps()));
        text.append(format(
                "fairness (Jain): between players %s, between guaranteed shares %s (each class got at least %s of its due)%n",
                ratio(report.playerIndex()), ratio(report.shareIndex()), ratio(report.smallestShare())));
        return text.toString();
    }

    private static String times(SimReport report, String title, Function<OfClass, Percentiles> which) {
        StringBuilder text =
                new StringBuilder(format("%n%-28s%10s%10s%10s%10s%10s%n", title, "p50", "p90", "p99", "p99.9", "max"));
        for (OfClass of : report.classes()) {
            Percentiles p = which.apply(of);
            text.append(format(
                    "%-28s%10s%10s%10s%10s%10s%n",
                    of.name(), number(p.p50()), number(p.p90()), number(p.p99()), number(p.p999()), number(p.max())));
        }
        return text.toString();
    }

    /** Nothing unless queue times were asked for. */
    private static String errors(SimReport report) {
        if (report.classes().stream().allMatch(of -> of.queueTimeErrors().count() == 0)) {
            return "";
        }
        StringBuilder text = new StringBuilder(format(
                "%n%-28s%10s%10s%10s%10s%10s%n", "queue time, error in ms", "p5", "p50", "p95", "<= 50 ms", "number"));
        for (OfClass of : report.classes()) {
            text.append(errors(of.name(), of.queueTimeErrors()));
            if (of.withheldErrors().count() > 0) {
                text.append(errors("  before its entity's turn", of.withheldErrors()));
            }
        }
        return text.toString();
    }

    private static String errors(String name, SimReport.Errors e) {
        return format(
                "%-28s%10s%10s%10s%10s%10d%n",
                name, number(e.p5()), number(e.p50()), number(e.p95()), ratio(e.within50()), e.count());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? format("%.1f", value) : "-";
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? format("%.4f", value) : "-";
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form.replace("%n", "\n"), values);
    }
}
