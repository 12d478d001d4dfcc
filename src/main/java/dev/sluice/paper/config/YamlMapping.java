package dev.sluice.paper.config;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML to a mapping. */
final class YamlMapping {

    private static final String FILE = "config.yml";

    private YamlMapping() {}

    /** Parses a document; one that is broken or no mapping is an empty mapping and a problem. */
    static Map<?, ?> parse(String yaml, List<ConfigProblem> problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(FILE)
                .setAllowDuplicateKeys(false)
                .build();
        Object document;
        try {
            document = new Load(settings).loadFromString(yaml);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> FILE + " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse(FILE);
            problems.add(broken(line, e.getProblem()));
            return Map.of();
        } catch (YamlEngineException e) {
            problems.add(broken(
                    FILE, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
            return Map.of();
        } catch (StackOverflowError e) {
            problems.add(broken(FILE, "nested too deeply"));
            return Map.of();
        }
        if (document == null) {
            return Map.of();
        }
        if (document instanceof Map<?, ?> map) {
            return map;
        }
        problems.add(broken(FILE, "no keys"));
        return Map.of();
    }

    private static ConfigProblem broken(String where, String what) {
        return new ConfigProblem(
                where,
                "broken YAML (" + what.strip() + ")",
                "the default of every setting",
                "Indent with spaces, put a space after each colon, and write each key once; then /netstats reload.");
    }
}
