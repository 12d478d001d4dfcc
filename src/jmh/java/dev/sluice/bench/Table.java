package dev.sluice.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns JMH's results into a markdown table; the baselines are compared with the engine on the same packets. */
final class Table {

    private static final String ENGINE = "HoldBenchmark.sluice";

    private record Row(double score, String unit, double error, double allocated) {}

    private Table() {}

    static String of(String json) {
        Map<String, Row> rows = new TreeMap<>();
        for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
            JsonObject result = element.getAsJsonObject();
            rows.put(name(result), row(result));
        }
        StringBuilder table = new StringBuilder("""
                | benchmark | time per operation | ± (99.9 %) | B per operation | times the engine |
                |---|---:|---:|---:|---:|
                """);
        rows.forEach((name, row) -> {
            Row engine = name.startsWith("Baseline") ? engineFor(name, rows) : null;
            String ratio = engine == null ? "" : number(row.score() / engine.score());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s %s | %s | %s | %s |%n",
                    name,
                    number(row.score()),
                    row.unit(),
                    number(row.error()),
                    number(row.allocated()),
                    ratio));
        });
        return table.toString();
    }

    /** The engine's result with the same backlog. */
    private static @Nullable Row engineFor(String name, Map<String, Row> rows) {
        return rows.get(ENGINE + name.substring(name.indexOf(',')) + " (fake clock)");
    }

    private static String name(JsonObject result) {
        String[] parts = result.get("benchmark").getAsString().split("\\.", -1);
        StringBuilder name = new StringBuilder(parts[parts.length - 2] + "." + parts[parts.length - 1]);
        JsonObject params = result.has("params") ? result.getAsJsonObject("params") : new JsonObject();
        if (params.has("link")) {
            name.append(", ").append(params.get("link").getAsString().toLowerCase(Locale.ROOT));
        }
        if (params.has("order") && params.get("order").getAsString().equals("ENTITIES")) {
            name.append(", entity by entity");
        }
        if (params.has("playerCount") && params.get("playerCount").getAsInt() != 500) {
            name.append(", ").append(params.get("playerCount").getAsString()).append(" players");
        }
        if (params.has("waiting")) {
            name.append(", ").append(params.get("waiting").getAsString()).append(" wait");
        }
        if (params.has("clock")) {
            name.append(params.get("clock").getAsString().equals("FAKE") ? " (fake clock)" : " (nanoTime)");
        }
        return name.toString();
    }

    private static Row row(JsonObject result) {
        JsonObject metric = result.getAsJsonObject("primaryMetric");
        JsonObject allocated = result.getAsJsonObject("secondaryMetrics").getAsJsonObject("gc.alloc.rate.norm");
        return new Row(
                metric.get("score").getAsDouble(),
                metric.get("scoreUnit").getAsString().replace("/op", ""),
                // JMH writes "NaN" as text where there is one iteration only.
                metric.get("scoreError").getAsDouble(),
                allocated == null ? Double.NaN : allocated.get("score").getAsDouble());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "?";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value);
    }
}
