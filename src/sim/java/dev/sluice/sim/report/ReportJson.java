package dev.sluice.sim.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;

/** A report as one line of JSON. A number that is not known is null. */
public final class ReportJson {

    private static final JsonSerializer<Double> FINITE = (value, type, context) ->
            value.isNaN() || value.isInfinite() ? JsonNull.INSTANCE : new JsonPrimitive(value);

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(double.class, FINITE)
            .registerTypeAdapter(Double.class, FINITE)
            .create();

    private ReportJson() {}

    public static String of(Record report) {
        return GSON.toJson(report);
    }
}
