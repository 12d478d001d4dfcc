package dev.sluice.testbed.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.List;

/** The report as one line of JSON. A number that is not known is null. */
public final class ReportJson {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .registerTypeAdapter(double.class, new FiniteNumbers())
            .registerTypeAdapter(Double.class, new FiniteNumbers())
            .create();

    private ReportJson() {}

    /**
     * The whole document.
     *
     * @param plugin whether the plugin ran
     * @param seconds that the server ran
     */
    private record Document(boolean plugin, double seconds, List<ClientReport> clients) {}

    public static String of(boolean plugin, double seconds, List<ClientReport> clients) {
        return GSON.toJson(new Document(plugin, seconds, clients));
    }
}
