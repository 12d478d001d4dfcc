package dev.sluice.paper.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {

    @ParameterizedTest
    @CsvSource({"'',abc,3", "abc,abc,0", "abc,abd,1", "kitten,sitting,3", "budgte,budget,2"})
    void distance_words_countsEdits(String a, String b, int expected) {
        assertEquals(expected, Spelling.distance(a, b));
        assertEquals(expected, Spelling.distance(b, a));
    }

    @Test
    void nearest_typo_isTheWordMeant() {
        assertEquals(Optional.of("chunk-data"), Spelling.nearest("chunkdata", List.of("chat", "chunk-data")));
    }

    @Test
    void nearest_somethingElse_isNothing() {
        assertEquals(Optional.empty(), Spelling.nearest("compression", List.of("chat", "chunk-data")));
    }
}
